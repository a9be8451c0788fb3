import { findJsonError, findRepeatedName } from './json-error.ts'

/** A parsed JSON text, or what is wrong with it and where. */
export type ParsedJson = { value: unknown; problem?: undefined } | { problem: JsonProblem }

export interface JsonProblem {
  message: string
  /** Offset in the text, from 0. */
  position: number
  /** The requirement it breaks, where it is JSON all the same. */
  requirement?: string
}

/**
 * Parses a JSON text whose objects and arrays are nested at most `depth` deep and name each property once, and never throws.
 * What comes out is safe for functions that call themselves once a level.
 */
export function parseJson(text: string, depth: number): ParsedJson {
  const { tooDeep, colons } = survey(text, depth)
  if (tooDeep !== undefined) {
    return { problem: { message: `is nested deeper than ${depth} levels`, position: tooDeep } }
  }
  try {
    const value: unknown = JSON.parse(text)
    // Of properties with one name JSON.parse keeps the last, so there are fewer of them than colons
    if (countNames(value) === colons) return { value }
    return { problem: { ...findRepeatedName(text), requirement: 'Data 2.4 (XAPI-00021)' } }
  } catch {
    return { problem: findJsonError(text) }
  }
}

function countNames(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const element of value) count += countNames(element)
  } else {
    for (const name in value) count += 1 + countNames((value as Record<string, unknown>)[name])
  }
  return count
}

const quote = 0x22
const backslash = 0x5c

/** Where the text first goes deeper than `depth`, or else how many colons stand outside its strings. */
function survey(text: string, depth: number): { tooDeep?: number; colons: number } {
  let level = 0
  let colons = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (character === quote) {
      index = endOfString(text, index)
    } else if (character === 0x7b || character === 0x5b) {
      level += 1
      if (level > depth) return { tooDeep: index, colons }
    } else if (character === 0x7d || character === 0x5d) {
      level -= 1
    } else if (character === 0x3a) {
      colons += 1
    }
  }
  return { colons }
}

/** Offset of the quote that ends the string beginning at `start`, or the text's length. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, position: number): boolean {
  let slashes = 0
  while (text.charCodeAt(position - 1 - slashes) === backslash) slashes += 1
  return slashes % 2 === 1
}
