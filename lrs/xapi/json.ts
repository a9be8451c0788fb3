import { findJsonError } from './json-error.ts'

/** A parsed JSON text, or what is wrong with it and where. */
export type ParsedJson = { value: unknown; problem?: undefined } | { problem: JsonProblem }

export interface JsonProblem {
  message: string
  /** Offset in the text, from 0. */
  position: number
}

/**
 * Parses a JSON text whose objects and arrays are nested at most `depth` deep, and never throws. What comes out is safe for
 * functions that call themselves once a level.
 */
export function parseJson(text: string, depth: number): ParsedJson {
  const tooDeep = positionBeyond(text, depth)
  if (tooDeep !== undefined) {
    return { problem: { message: `is nested deeper than ${depth} levels`, position: tooDeep } }
  }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { problem: findJsonError(text) }
  }
}

const quote = 0x22
const backslash = 0x5c

/** Where the text first goes deeper than `depth`. */
function positionBeyond(text: string, depth: number): number | undefined {
  let level = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (character === quote) {
      index = endOfString(text, index)
    } else if (character === 0x7b || character === 0x5b) {
      level += 1
      if (level > depth) return index
    } else if (character === 0x7d || character === 0x5d) {
      level -= 1
    }
  }
  return undefined
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
