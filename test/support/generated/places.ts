import type { XapiVersion } from '../../../lrs/accounts/access.ts'
import type { Json } from '../statement.ts'

/** Where a part of some kind may stand in a statement. */
export interface Place {
  /** Below the statement: `.context.team`. */
  path: string
  /** What changes in a statement that has the part there; a context is added to the one that it has. */
  change(part: unknown): Json
  /** Only in this version. */
  version?: XapiVersion
  /** A sub-statement has no such place. */
  outside?: true
}

const at = (path: string, change: Place['change'], others: Partial<Place> = {}): Place => ({ path, change, ...others })

const inContext = (name: string): Place => at(`.context.${name}`, (part) => ({ context: { [name]: part } }))
const activity = { id: 'https://example.org/activity' }
const attachment = {
  usageType: 'https://example.org/usage',
  display: { sv: 'ord' },
  contentType: 'text/plain',
  length: 1,
  sha2: 'a'.repeat(64),
  fileUrl: 'https://example.org/file',
}
const contextAgent = at(
  '.context.contextAgents[0].agent',
  (agent) => ({ context: { contextAgents: [{ objectType: 'contextAgent', agent }] } }),
  { version: '2.0.0' },
)
const contextGroup = at(
  '.context.contextGroups[0].group',
  (group) => ({ context: { contextGroups: [{ objectType: 'contextGroup', group }] } }),
  { version: '2.0.0' },
)
const members = [
  at('.actor.member[0]', (one) => ({ actor: { objectType: 'Group', member: [one] } })),
  at('.context.team.member[0]', (one) => ({ context: { team: { objectType: 'Group', member: [one] } } })),
]
const contextActivities = ['parent', 'grouping', 'category', 'other'].flatMap((list) => [
  at(`.context.contextActivities.${list}`, (one) => ({ context: { contextActivities: { [list]: one } } })),
  at(`.context.contextActivities.${list}[0]`, (one) => ({ context: { contextActivities: { [list]: [one] } } })),
])
const definitions = [
  at('.object.definition', (definition) => ({ object: { ...activity, definition } })),
  at('.context.contextActivities.other[0].definition', (definition) => ({
    context: { contextActivities: { other: [{ ...activity, definition }] } },
  })),
]
const inDefinition = (name: string): Place[] =>
  definitions.map(({ path, change }) => at(`${path}.${name}`, (part) => change({ [name]: part })))
const inAttachment = (name: string): Place =>
  at(`.attachments[0].${name}`, (part) => ({ attachments: [{ ...attachment, [name]: part }] }))
/** Its properties themselves. */
const properties: Place['change'] = (part) => part as Json

export const places = {
  statement: [at('', properties)],
  ownStatement: [at('', properties, { outside: true })],
  actor: [at('.actor', (actor) => ({ actor })), inContext('instructor')],
  agent: [
    at('.actor', (actor) => ({ actor })),
    at('.authority', (authority) => ({ authority }), { outside: true }),
    inContext('instructor'),
    ...members,
    contextAgent,
  ],
  onlyAgent: [...members, contextAgent],
  group: [
    at('.actor', (actor) => ({ actor })),
    at('.object', (object) => ({ object })),
    inContext('instructor'),
    inContext('team'),
    contextGroup,
  ],
  onlyGroup: [inContext('team'), contextGroup],
  authority: [at('.authority', (authority) => ({ authority }), { outside: true })],
  verb: [at('.verb', (verb) => ({ verb }))],
  object: [at('.object', (object) => ({ object }))],
  activity: [at('.object', (object) => ({ object })), ...contextActivities],
  contextActivity: contextActivities,
  definition: definitions,
  languageMap: [
    ...inDefinition('name'),
    ...inDefinition('description'),
    at('.verb.display', (display) => ({ verb: { id: 'https://example.org/verb', display } })),
    inAttachment('display'),
    inAttachment('description'),
  ],
  extensions: [
    ...inDefinition('extensions'),
    at('.result.extensions', (extensions) => ({ result: { extensions } })),
    inContext('extensions'),
  ],
  result: [at('.result', (result) => ({ result }))],
  score: [at('.result.score', (score) => ({ result: { score } }))],
  context: [at('.context', (context) => ({ context }))],
  context2: [at('.context', (context) => ({ context }), { version: '2.0.0' as const })],
  statementRef: [at('.object', (object) => ({ object })), inContext('statement')],
  contextStatement: [inContext('statement')],
  attachment: [at('.attachments[0]', (one) => ({ attachments: [one] }))],
} satisfies Record<string, Place[]>

export type Kind = keyof typeof places

/** The statement, whose object is an activity, with the part there. */
export function putAt(statement: Json, { change }: Place, part: unknown): Json {
  const { context, ...changes } = change(part)
  if (context === undefined) return { ...statement, ...changes }
  const isPart = typeof context === 'object' && context !== null && !Array.isArray(context)
  return { ...statement, ...changes, context: isPart ? { ...(statement.context as Json), ...context } : context }
}
