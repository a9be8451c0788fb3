import { LrsError } from '../errors.ts'

/** A query to go on with, and where its last page ended. */
export interface Continuation {
  parameters: URLSearchParams
  after: string
}

/**
 * The whole query and the place where its page ended, as the one parameter of a `more` address: nothing is kept on the
 * server, so it holds for longer than the 24 hours asked for (Data 2.5), across restarts too.
 */
export function encodeCursor({ parameters, after }: Continuation): string {
  return Buffer.from(`${after}?${parameters}`).toString('base64url')
}

/**
 * Whoever wrote it, what comes out is checked like any other query.
 * @throws LrsError `invalid` when the text is no cursor
 */
export function decodeCursor(cursor: string): Continuation {
  const text = Buffer.from(cursor, 'base64url').toString()
  const end = text.indexOf('?')
  if (end > 0) return { after: text.slice(0, end), parameters: new URLSearchParams(text.slice(end + 1)) }
  throw new LrsError('invalid', 'query.more is not an address that this server gave.', {
    issues: [{ path: 'query.more', message: 'is not an address that this server gave', requirement: 'Data 2.5' }],
  })
}
