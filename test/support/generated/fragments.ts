import fc, { type Arbitrary } from 'fast-check'
import type { XapiVersion } from '../../../lrs/accounts/access.ts'
import type { Json } from '../statement.ts'
import {
  duration,
  extensions,
  iri,
  languageMap,
  mbox,
  number,
  sha1,
  sha2,
  tag,
  text,
  timestamp,
  uuid,
} from './values.ts'

// The parts of a statement as the specification allows them. Nothing here knows the validator.

/** Some of the properties, those in `always` in any case. */
const some = (properties: Record<string, Arbitrary<unknown>>, ...always: string[]): Arbitrary<Json> =>
  fc.record(properties, { requiredKeys: always, noNullPrototype: true }) as Arbitrary<Json>

export const identifier: Arbitrary<Json> = fc.oneof(
  fc.record({ mbox }),
  fc.record({ mbox_sha1sum: sha1 }),
  fc.record({ openid: iri }),
  fc.record({ account: fc.record({ homePage: iri, name: text }) }),
)

/** Agents and groups say what they are, so that they may stand as object too. */
export const agent: Arbitrary<Json> = fc
  .tuple(identifier, some({ name: text }))
  .map(([who, rest]) => ({ objectType: 'Agent', ...who, ...rest }))
const members = fc.array(agent, { minLength: 1, maxLength: 3 })
export const anonymousGroup: Arbitrary<Json> = some({ name: text, member: members }, 'member').map((rest) => ({
  objectType: 'Group',
  ...rest,
}))
export const identifiedGroup: Arbitrary<Json> = fc
  .tuple(identifier, some({ name: text, member: members }))
  .map(([who, rest]) => ({ objectType: 'Group', ...who, ...rest }))
export const group = fc.oneof(anonymousGroup, identifiedGroup)
export const actor = fc.oneof(agent, group)

export const verb = some({ id: iri, display: languageMap }, 'id')

const components = fc
  .uniqueArray(text, { minLength: 1, maxLength: 3 })
  .chain((ids) => fc.tuple(...ids.map((id) => some({ description: languageMap }).map((rest) => ({ id, ...rest })))))
const interactions: Record<string, string[]> = {
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
const interaction = fc.constantFrom(...Object.entries(interactions)).chain(([interactionType, lists]) =>
  some({
    correctResponsesPattern: fc.array(text, { maxLength: 2 }),
    ...Object.fromEntries(lists.map((list) => [list, components])),
  }).map((rest): Json => ({ interactionType, ...rest })),
)
export const definition: Arbitrary<Json> = fc
  .tuple(
    some({ name: languageMap, description: languageMap, type: iri, moreInfo: iri, extensions }),
    fc.oneof(fc.constant({}), interaction),
  )
  .map(([said, asked]) => ({ ...said, ...asked }))
export const activity = some({ objectType: fc.constant('Activity'), id: iri, definition }, 'id')
export const statementRef = fc.record({ objectType: fc.constant('StatementRef'), id: uuid }) as Arbitrary<Json>

const score = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 3 }).chain((given) => {
  const [min, raw, max] = given.sort((a, b) => a - b)
  return some({
    scaled: fc.double({ min: -1, max: 1, noNaN: true }),
    raw: fc.constant(raw),
    min: fc.constant(min),
    max: fc.constant(max),
  })
})
export const result = some({
  score: fc.oneof(score, some({ raw: number })),
  success: fc.boolean(),
  completion: fc.boolean(),
  response: text,
  duration,
  extensions,
})

export const attachment = some(
  {
    usageType: iri,
    display: languageMap,
    description: languageMap,
    contentType: fc.constantFrom('text/plain', 'image/svg+xml', 'application/json; charset=utf-8'),
    length: fc.nat(),
    sha2,
    fileUrl: iri,
  },
  ...['usageType', 'display', 'contentType', 'length', 'sha2', 'fileUrl'],
)

const someActivities = fc.oneof(activity, fc.array(activity, { minLength: 1, maxLength: 2 }))
export const contextActivities = some({
  parent: someActivities,
  grouping: someActivities,
  category: someActivities,
  other: someActivities,
})
const relevantTypes = fc.array(iri, { minLength: 1, maxLength: 2 })
export const contextAgent = some(
  { objectType: fc.constant('contextAgent'), agent, relevantTypes },
  'objectType',
  'agent',
)
export const contextGroup = some(
  { objectType: fc.constant('contextGroup'), group, relevantTypes },
  'objectType',
  'group',
)

/** Without revision and platform, which stand beside activities only. */
export function context(version: XapiVersion): Arbitrary<Json> {
  return some({
    registration: uuid,
    instructor: actor,
    team: group,
    contextActivities,
    language: tag,
    statement: statementRef,
    extensions,
    ...(version === '2.0.0' && {
      contextAgents: fc.array(contextAgent, { maxLength: 2 }),
      contextGroups: fc.array(contextGroup, { maxLength: 2 }),
    }),
  })
}

/** The object with what may stand in the context beside it. */
const plainObject = fc.oneof(
  fc.tuple(activity, some({ revision: text, platform: text })),
  fc.tuple(fc.oneof(agent, group, statementRef), fc.constant<Json>({})),
)

/** What a statement and a sub-statement have in common. */
function common(version: XapiVersion): Arbitrary<Json> {
  const others = some({
    result,
    context: context(version),
    timestamp: timestamp.map(({ text }) => text),
    attachments: fc.array(attachment, { maxLength: 2 }),
  })
  return fc.tuple(some({ actor, verb }, 'actor', 'verb'), plainObject, others).map(([who, [object, beside], rest]) => ({
    ...who,
    object,
    ...rest,
    ...((rest.context || Object.keys(beside).length > 0) && { context: { ...(rest.context as Json), ...beside } }),
  }))
}

/** Any statement that keeps every rule; with an id, so that it can be looked for. */
export function validStatement(version: XapiVersion): Arbitrary<Json> {
  const versions = version === '1.0.3' ? ['1.0', '1.0.0', '1.0.9'] : ['1.0', '1.0.3', '2.0.0', '2.0.7']
  const account = fc.record({ account: fc.record({ homePage: iri, name: text }) })
  const own = some(
    {
      id: uuid,
      stored: timestamp.map(({ text }) => text),
      version: fc.constantFrom(...versions),
      authority: fc.oneof(agent, fc.record({ objectType: fc.constant('Group'), member: fc.tuple(account, agent) })),
    },
    'id',
  )
  const subStatement = common(version).map((part) => ({ objectType: 'SubStatement', ...part }))
  return fc
    .tuple(own, common(version), fc.option(subStatement, { freq: 3, nil: undefined }))
    .map(([mine, part, inner]) =>
      inner === undefined ? { ...mine, ...part } : withObject({ ...mine, ...part }, inner),
    )
}

function withObject(statement: Json, object: Json): Json {
  const { revision: _, platform: __, ...context } = (statement.context ?? {}) as Json
  return { ...statement, object, ...(statement.context !== undefined && { context }) }
}
