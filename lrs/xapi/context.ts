import { activity } from './activity.ts'
import { actor, agent, group } from './actor.ts'
import { arrayOf, type Check, object, optional, type Property, required } from './grammar.ts'
import { extensions } from './maps.ts'
import { iri, languageTag, literal, string, uuid } from './values.ts'

/** Data 2.4.4.3, "Statement References" */
export const statementRef = object('a statement reference', {
  objectType: required(literal('StatementRef'), 'Data 2.4.4.3 (XAPI-00073)'),
  id: required(uuid, 'Data 2.4.4.3 (XAPI-00072)'),
})

const activities: Check = (value, path, run) =>
  (Array.isArray(value) ? arrayOf(activity, 'Data 2.4.6.2 (XAPI-00094)', '') : activity)(value, path, run)

const contextActivities = object('contextActivities', {
  parent: optional(activities, 'Data 2.4.6.2 (XAPI-00094)'),
  grouping: optional(activities, 'Data 2.4.6.2 (XAPI-00094)'),
  category: optional(activities, 'Data 2.4.6.2 (XAPI-00094)'),
  other: optional(activities, 'Data 2.4.6.2 (XAPI-00094)'),
})

/** Data 2.4.6 */
const properties: Record<string, Property> = {
  registration: optional(uuid, 'Data 2.4.6 (XAPI-00087)'),
  instructor: optional(actor, 'Data 2.4.6 (XAPI-00087)'),
  team: optional(group, 'Data 2.4.6 (XAPI-00088)'),
  contextActivities: optional(contextActivities, 'Data 2.4.6.2 (XAPI-00086)'),
  revision: optional(string, 'Data 2.4.6 (XAPI-00089)'),
  platform: optional(string, 'Data 2.4.6 (XAPI-00090)'),
  language: optional(languageTag, 'Data 2.4.6 (XAPI-00091)'),
  statement: optional(statementRef, 'Data 2.4.6 (XAPI-00092)'),
  extensions: optional(extensions, 'Data 4.1 (XAPI-00120)'),
}

const types = arrayOf(iri, 'xAPI 2.0 4.2.2.5', 'must be an array of activity types')
const relevantTypes: Check = (value, path, run) =>
  Array.isArray(value) && value.length === 0 ? 'must not be empty' : types(value, path, run)

/** One of contextAgents or contextGroups: who it is, and in what capacity. */
function participants(objectType: string, role: string, check: Check): Property {
  const participant = object(`a ${objectType}`, {
    objectType: required(literal(objectType), 'xAPI 2.0 4.2.2.5'),
    [role]: required(check, 'xAPI 2.0 4.2.2.5'),
    relevantTypes: optional(relevantTypes, 'xAPI 2.0 4.2.2.5'),
  })
  const list = arrayOf(participant, 'xAPI 2.0 4.2.2.5', `must be an array of ${objectType} objects`)
  return optional(list, 'xAPI 2.0 4.2.2.5')
}

/** The context by the version of the request. */
export const context = {
  '1.0.3': object('a context', properties),
  '2.0.0': object('a context', {
    ...properties,
    contextAgents: participants('contextAgent', 'agent', agent),
    contextGroups: participants('contextGroup', 'group', group),
  }),
} as const
