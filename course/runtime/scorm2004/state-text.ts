import { fromBase64url, toBase64url } from '../bytes.ts'

const form = /^(\d+)\.([\w-]*)$/

/**
 * The state with a counter before it: `12.AWc…`. Moodle 4.3 does not store a value that equals the one at launch, so a state
 * that came back to it would be lost; with the counter none ever does.
 */
export function stateText(state: Uint8Array, before: string): string {
  const [, count = '0', held] = form.exec(before) ?? []
  const text = toBase64url(state)
  return text === held ? before : `${Number(count) + 1}.${text}`
}

/** Undefined for what is no such text. */
export function readState(text: string): Uint8Array | undefined {
  const [, , state] = form.exec(text) ?? []
  return state === undefined ? undefined : fromBase64url(state)
}
