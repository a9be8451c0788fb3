import { at, type Check, checkProperty, isObject, optional, report } from './grammar.ts'
import { isLanguageTag } from './language.ts'
import { isIri, string } from './values.ts'

/** Far more than any extension needs, far less than would exhaust the stack. */
const DEEPEST = 500

/** Tags are few and return in every statement; those found right are remembered. */
const knownTags = new Set<string>()

function isKnownTag(tag: string): boolean {
  if (knownTags.has(tag)) return true
  if (!isLanguageTag(tag)) return false
  if (knownTags.size < 500) knownTags.add(tag)
  return true
}

const text = optional(string, 'Data 4.2')

/** Data 4.2: texts by language tag. */
export const languageMap: Check = (value, path, run) => {
  if (!isObject(value)) return 'must be a language map, such as {"sv": "svarade"}'
  for (const tag in value) {
    if (!isKnownTag(tag)) {
      report(run, {
        path: at(path, tag),
        message: 'must have a language tag of RFC 5646 as its key, such as sv or en-GB',
        requirement: 'Data 4.2 (XAPI-00121)',
      })
    } else if (typeof value[tag] !== 'string') {
      checkProperty(text, value[tag], at(path, tag), run)
    }
  }
  return undefined
}

/** Data 4.1: any JSON by IRI, null and empty values too. */
export const extensions: Check = (value, path, run) => {
  if (!isObject(value)) return 'must be an object with IRIs as its keys'
  for (const key in value) {
    if (!isIri(key)) {
      report(run, { path: at(path, key), message: 'must have an IRI as its key', requirement: 'Data 4.1 (XAPI-00118)' })
    }
    const problem = freeProblem(value[key], 1)
    if (problem !== undefined) report(run, { path: at(path, key), message: problem, requirement: 'Data 4.1' })
  }
  return undefined
}

/** What a value of any shape cannot be kept faithfully for. */
function freeProblem(value: unknown, depth: number): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'holds a number too large to be kept'
  if (typeof value !== 'object' || value === null) return undefined
  if (depth > DEEPEST) return `is nested deeper than ${DEEPEST} levels`
  for (const inner of Object.values(value)) {
    const problem = freeProblem(inner, depth + 1)
    if (problem !== undefined) return problem
  }
  return undefined
}
