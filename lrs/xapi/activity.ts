import {
  all,
  arrayOf,
  at,
  type Check,
  type JsonObject,
  object,
  optional,
  type Property,
  report,
  required,
} from './grammar.ts'
import { extensions, languageMap } from './maps.ts'
import { iri, irl, literal, oneOf, string } from './values.ts'

/** The component lists that each interaction type takes (Data 2.4.4.1, "Interaction Components"). */
const componentLists: Record<string, string[]> = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
}

const listNames = ['choices', 'scale', 'source', 'target', 'steps']

const component = object('an interaction component', {
  id: required(string, 'Data 2.4.4.1 (XAPI-00063)'),
  description: optional(languageMap, 'Data 2.4.4.1'),
})

const distinctIds: Check = (value, path, run) => {
  const seen = new Set<unknown>()
  for (const [index, item] of (value as { id?: unknown }[]).entries()) {
    const id = item?.id
    if (typeof id === 'string' && seen.has(id)) {
      report(run, {
        path: `${path}[${index}].id`,
        message: 'must differ from the other ids of the list',
        requirement: 'Data 2.4.4.1, "Interaction Components"',
      })
    }
    seen.add(id)
  }
  return undefined
}

const components = optional(
  all(arrayOf(component, 'Data 2.4.4.1', 'must be an array of interaction components'), distinctIds),
  'Data 2.4.4.1, "Interaction Components"',
)

const patterns = arrayOf(string, 'Data 2.4.4.1, "Response Patterns"', 'must be an array of strings')

const definitionProperties: Record<string, Property> = {
  name: optional(languageMap, 'Data 2.4.4.1 (XAPI-00056)'),
  description: optional(languageMap, 'Data 2.4.4.1 (XAPI-00059)'),
  type: optional(iri, 'Data 2.4.4.1 (XAPI-00060)'),
  moreInfo: optional(irl, 'Data 2.4.4.1 (XAPI-00061)'),
  interactionType: optional(oneOf(Object.keys(componentLists)), 'Data 2.4.4.1 (XAPI-00009)'),
  correctResponsesPattern: optional(patterns, 'Data 2.4.4.1, "Interaction Activities"'),
  ...Object.fromEntries(listNames.map((list) => [list, components])),
  extensions: optional(extensions, 'Data 4.1 (XAPI-00057)'),
}

/** The interaction's properties stand together: a type where there are any of them, and only the lists of that type. */
const interaction: Check = (value, path, run) => {
  const definition = value as JsonObject
  const lists = listNames.filter((list) => definition[list] !== undefined)
  const type = definition.interactionType
  if (type === undefined) {
    if (lists.length > 0 || definition.correctResponsesPattern !== undefined) {
      report(run, {
        path: at(path, 'interactionType'),
        message: `is missing beside ${lists[0] ?? 'correctResponsesPattern'}`,
        requirement: 'Data 2.4.4.1 (XAPI-00064)',
      })
    }
    return undefined
  }
  const allowed = componentLists[String(type)]
  for (const list of lists) {
    if (allowed === undefined || allowed.includes(list)) continue
    report(run, {
      path: at(path, list),
      message: `has no place in an interaction of type ${type}`,
      requirement: 'Data 2.4.4.1, "Interaction Components"',
    })
  }
  return undefined
}

const definition = all(object('an activity definition', definitionProperties), interaction)

/** Data 2.4.4.1 */
export const activity = object('an activity', {
  objectType: optional(literal('Activity'), 'Data 2.4.4.1 (XAPI-00046)'),
  id: required(iri, 'Data 2.4.4.1 (XAPI-00047)'),
  definition: optional(definition, 'Data 2.4.4.1 (XAPI-00048)'),
})
