import { LrsError } from '../errors.ts'

/** SQLite's result codes that speak of the file or the disk, not of what was asked for. */
const faults: Record<number, string> = {
  5: 'another process holds its file',
  7: 'memory has run out',
  8: 'its file may only be read',
  10: 'the disk reports an error',
  11: 'its file is damaged',
  13: 'the disk is full',
  14: 'its file cannot be opened',
  26: 'its file is damaged',
}

const BUSY = 5
const CORRUPT = 11
const NOTADB = 26

/** Why the database cannot answer or store now, as the end of a sentence; undefined for errors of another kind. */
export function faultOf(error: unknown): string | undefined {
  const code = codeOf(error)
  return code === undefined ? undefined : faults[code]
}

export function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY
}

export function isDamage(error: unknown): boolean {
  const code = codeOf(error)
  return code === CORRUPT || code === NOTADB
}

/** The error as callers may have it: a fault is `unavailable` with its reason, everything else stays as it is. */
export function explained(error: unknown): unknown {
  const fault = faultOf(error)
  if (fault === undefined || error instanceof LrsError) return error
  return new LrsError('unavailable', `The database cannot answer: ${fault}.`, { cause: error })
}

/** The primary code: extended ones say more in their upper bits. */
function codeOf(error: unknown): number | undefined {
  if (error instanceof LrsError) return codeOf(error.cause)
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined
  return error.errcode & 0xff
}
