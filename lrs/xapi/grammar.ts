import type { Issue } from '../errors.ts'

/** What one validation has found so far. */
export interface Run {
  readonly issues: Issue[]
}

/**
 * Looks at one value. A returned message is reported at the value's own place with the requirement of the property it
 * stands in; what is wrong inside it, the check reports itself.
 */
export type Check = (value: unknown, path: string, run: Run) => string | undefined

/** A property of an object: how its value is checked and which requirement that comes from. */
export interface Property {
  check: Check
  requirement: string
  required?: boolean
}

export type JsonObject = Record<string, unknown>

/** Enough to mend a statement by, little enough to answer with. */
const MOST_ISSUES = 20

export function report(run: Run, issue: Issue): void {
  if (run.issues.length < MOST_ISSUES) run.issues.push(issue)
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Names a property in a path, quoted where it is no plain name. */
export function at(path: string, key: string): string {
  if (/^[A-Za-z_]\w*$/.test(key)) return `${path}.${key}`
  return `${path}[${JSON.stringify(key.length > 120 ? `${key.slice(0, 120)}…` : key)}]`
}

export const optional = (check: Check, requirement: string): Property => ({ check, requirement })
export const required = (check: Check, requirement: string): Property => ({ check, requirement, required: true })

/** An object with these properties and no others; `noun` names it in messages. */
export function object(noun: string, properties: Record<string, Property>): Check {
  const known = new Map(Object.entries(properties))
  const needed = [...known].filter(([, property]) => property.required)
  return (value, path, run) => {
    if (!isObject(value)) return `must be an object: ${noun}`
    for (const key in value) {
      const property = known.get(key)
      if (property === undefined) report(run, unknownProperty(noun, path, key, [...known.keys()]))
      else checkProperty(property, value[key], `${path}.${key}`, run)
    }
    for (const [key, { requirement }] of needed) {
      if (!Object.hasOwn(value, key))
        report(run, { path: at(path, key), message: `is missing in ${noun}`, requirement })
    }
    return undefined
  }
}

export function checkProperty(property: Property, value: unknown, path: string, run: Run): void {
  const message = value === null ? 'must not be null; only extensions may hold null' : property.check(value, path, run)
  if (message === undefined) return
  report(run, { path, message, requirement: value === null ? 'Data 2.2 (XAPI-00001)' : property.requirement })
}

function unknownProperty(noun: string, path: string, key: string, known: string[]): Issue {
  const meant = known.find((name) => name.toLowerCase() === key.toLowerCase())
  return {
    path: at(path, key),
    message: meant ? `must be written "${meant}"` : `is not a property of ${noun}`,
    requirement: meant ? 'Data 2.2 (XAPI-00008)' : 'Data 2.2 (XAPI-00010)',
  }
}

/** An array whose elements all pass; `message` is said of anything else. */
export function arrayOf(element: Check, requirement: string, message: string): Check {
  return (value, path, run) => {
    if (!Array.isArray(value)) return message
    for (const [index, item] of value.entries()) {
      checkProperty({ check: element, requirement }, item, `${path}[${index}]`, run)
    }
    return undefined
  }
}

/** All of the checks, until one has something to say of the value itself. */
export function all(...checks: Check[]): Check {
  return (value, path, run) => {
    for (const check of checks) {
      const message = check(value, path, run)
      if (message !== undefined) return message
    }
    return undefined
  }
}
