import { LrsError } from '../errors.ts'

/**
 * What one statement's text may have in bytes, and the words in it that are searched. MongoDB holds 16 MiB in a document,
 * where words and keys stand beside the text; what one engine cannot hold is refused by both, so that everything can be moved.
 */
export const MAX_STATEMENT_BYTES = 4 * 1024 * 1024

/** @throws LrsError `too-large` naming the first statement that is */
export function refuseTooLarge(statements: { json: string; text: string }[]): void {
  const index = statements.findIndex(({ json, text }) => isTooLarge(json) || isTooLarge(text))
  if (index === -1) return
  const path = statements.length > 1 ? `[${index}]` : 'statement'
  const message = `must not be larger than ${MAX_STATEMENT_BYTES} bytes`
  const issues = [{ path, message, requirement: 'Communication 3.2' }]
  throw new LrsError('too-large', `${path} ${message}. Send large data as an attachment.`, { issues })
}

/** Most are far too short to be counted. */
function isTooLarge(text: string): boolean {
  return text.length * 3 > MAX_STATEMENT_BYTES && Buffer.byteLength(text) > MAX_STATEMENT_BYTES
}
