import type { XapiVersion } from '../accounts/access.ts'
import type { Issue } from '../errors.ts'
import { activity } from './activity.ts'
import { actor, authority } from './actor.ts'
import { attachments } from './attachment.ts'
import { context, statementRef } from './context.ts'
import {
  all,
  at,
  type Check,
  checkProperty,
  isObject,
  type JsonObject,
  object,
  optional,
  type Property,
  report,
  required,
} from './grammar.ts'
import { languageMap } from './maps.ts'
import { result } from './result.ts'
import { iri, literal, timestamp, uuid } from './values.ts'

/** Data 2.3.2 */
export const voidedVerb = 'http://adlnet.gov/expapi/verbs/voided'

const verb = object('a verb', {
  id: required(iri, 'Data 2.4.3 (XAPI-00044)'),
  display: optional(languageMap, 'Data 2.4.3 (XAPI-00045)'),
})

/** An object is what its objectType says, an activity where it says nothing (Data 2.4.4). */
function objectOf(kinds: Record<string, Check>): Check {
  return (value, path, run) => {
    const type = isObject(value) ? value.objectType : undefined
    const check = type === undefined ? activity : typeof type === 'string' && Object.hasOwn(kinds, type) && kinds[type]
    if (check) return check(value, path, run)
    const message = `must be one of ${Object.keys(kinds).join(', ')}`
    const requirement = type === 'SubStatement' ? 'Data 2.4.4.3 (XAPI-00071)' : 'Data 2.4.4 (XAPI-00046)'
    checkProperty(
      optional(() => message, requirement),
      type,
      at(path, 'objectType'),
      run,
    )
    return undefined
  }
}

/** What a sub-statement may be about: anything but another sub-statement (XAPI-00071). */
const plainObjects = { Activity: activity, Agent: actor, Group: actor, StatementRef: statementRef }

function commonProperties(version: XapiVersion): Record<string, Property> {
  return {
    actor: required(actor, 'Data 2.4.2 (XAPI-00003)'),
    verb: required(verb, 'Data 2.4.3 (XAPI-00004)'),
    result: optional(result, 'Data 2.4.5'),
    context: optional(context[version], 'Data 2.4.6'),
    timestamp: optional(timestamp, 'Data 4.5 (XAPI-00123)'),
    attachments: optional(attachments, 'Data 2.4.11 (XAPI-00025)'),
  }
}

const activityContext = [
  ['revision', 'Data 2.4.6 (XAPI-00084)'],
  ['platform', 'Data 2.4.6 (XAPI-00085)'],
] as const

/** A voiding statement names the one it voids (Data 2.3.2); revision and platform belong to activities (Data 2.4.6). */
const agreement: Check = (value, path, run) => {
  const { verb, object, context } = value as { verb?: JsonObject; object?: JsonObject; context?: JsonObject }
  if (verb?.id === voidedVerb && object?.objectType !== 'StatementRef') {
    report(run, {
      path: `${path}.object`,
      message: 'must be a StatementRef when the verb is voided',
      requirement: 'Data 2.3.2 (XAPI-00017)',
    })
  }
  if (!isObject(context) || object?.objectType === undefined || object.objectType === 'Activity') return undefined
  for (const [key, requirement] of activityContext) {
    if (context[key] === undefined) continue
    report(run, {
      path: `${path}.context.${key}`,
      message: 'may only be used when the object is an activity',
      requirement,
    })
  }
  return undefined
}

/** What only a statement of its own has (Data 2.4.4.3). */
const outside = (requirement: string) =>
  optional(() => 'has no place in a sub-statement', `Data 2.4.4.3 (${requirement})`)

function subStatementFor(version: XapiVersion): Check {
  const properties = object('a sub-statement', {
    objectType: optional(literal('SubStatement'), 'Data 2.4.4 (XAPI-00046)'),
    ...commonProperties(version),
    object: required(objectOf(plainObjects), 'Data 2.4.4.3 (XAPI-00066)'),
    id: outside('XAPI-00070'),
    stored: outside('XAPI-00069'),
    version: outside('XAPI-00068'),
    authority: outside('XAPI-00067'),
  })
  return all(properties, agreement)
}

const versionPatterns = { '1.0.3': /^1\.0(\.\d{1,9})?$/, '2.0.0': /^(1\.0(\.\d{1,9})?|2\.0\.\d{1,9})$/ }
const versionMessages = { '1.0.3': 'must be 1.0 or 1.0.x', '2.0.0': 'must be 1.0, 1.0.x or 2.0.x' }

function versionFor(version: XapiVersion): Check {
  return (value) =>
    typeof value === 'string' && versionPatterns[version].test(value) ? undefined : versionMessages[version]
}

function statementFor(version: XapiVersion): Check {
  const objects = { ...plainObjects, SubStatement: subStatementFor(version) }
  const properties = object('a statement', {
    id: optional(uuid, 'Data 2.4.1 (XAPI-00027)'),
    ...commonProperties(version),
    object: required(objectOf(objects), 'Data 2.4.4 (XAPI-00005)'),
    stored: optional(timestamp, 'Data 2.4.8 (XAPI-00023)'),
    authority: optional(authority, 'Data 2.4.9 (XAPI-00098)'),
    version: optional(versionFor(version), 'Data 2.4.10 (XAPI-00101)'),
  })
  return all(properties, agreement)
}

const statements = { '1.0.3': statementFor('1.0.3'), '2.0.0': statementFor('2.0.0') }

/**
 * What breaks the specification in this value as a statement sent with this version: at most twenty issues, none when it
 * is a `Statement`. Takes any value and never throws.
 * @param path what the statement is called in the issues, `statement` or `[3]`
 */
export function validateStatement(value: unknown, version: XapiVersion, path = 'statement'): Issue[] {
  const run = { issues: [] as Issue[] }
  const message = statements[version](value, path, run)
  if (message !== undefined) report(run, { path, message, requirement: 'Data 2.4' })
  return run.issues
}
