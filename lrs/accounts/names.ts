import { nameKey, tidyName } from './person.ts'

/** The names of a list, each once, in the list's order; `repeated` are those that stood there more than once. */
export interface NameList {
  names: string[]
  repeated: string[]
}

/**
 * Reads a list with one name a line, whatever program wrote it: UTF-8 or UTF-16 with or without a byte order mark,
 * Windows-1252 (Excel's text files), any line endings, empty lines.
 */
export function parseNames(file: Uint8Array): NameList {
  const lines = decode(file)
    .split(/\r\n|\r|\n/)
    .map(tidyName)
    .filter((line) => line !== '')
  const found = new Map<string, { name: string; times: number }>()
  for (const name of lines) {
    const entry = found.get(nameKey(name))
    if (entry) entry.times++
    else found.set(nameKey(name), { name, times: 1 })
  }
  const entries = [...found.values()]
  return {
    names: entries.map(({ name }) => name),
    repeated: entries.filter(({ times }) => times > 1).map(({ name }) => name),
  }
}

function decode(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}
