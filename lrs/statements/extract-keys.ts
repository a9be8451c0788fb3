import { matchingKeys } from '../xapi/identifiers.ts'
import { type Actor, type Context, isActivity, type Statement, type SubStatement } from '../xapi/types.ts'
import type { StatementKey } from './store.ts'

/**
 * What a statement can be found by (Communication 2.1.3): actor, object, verb and registration; with related_agents also
 * authority, instructor, team and context agents, with related_activities also context activities, and with both what
 * a sub-statement names. Contexts' statement references count for nothing.
 * @param authority the one it is stored with
 */
export function extractKeys(statement: Statement, authority: Actor): StatementKey[] {
  const keys = new Keys()
  const { actor, verb, object, context } = statement
  keys.addActor('agent', actor)
  keys.add('verb', verb.id)
  if (isActivity(object)) keys.add('activity', object.id)
  else if (object.objectType === 'SubStatement') addSubStatement(keys, object)
  else if (object.objectType !== 'StatementRef') keys.addActor('agent', object)
  if (context?.registration !== undefined) keys.add('registration', context.registration.toLowerCase())
  addContext(keys, context)
  keys.addActor('agent-related', authority)
  keys.addActor('authority', authority)
  return keys.list
}

function addSubStatement(keys: Keys, { actor, object, context }: SubStatement): void {
  keys.addActor('agent-related', actor)
  if (isActivity(object)) keys.add('activity-related', object.id)
  else if (object.objectType !== 'StatementRef') keys.addActor('agent-related', object)
  addContext(keys, context)
}

function addContext(keys: Keys, context: Context | undefined): void {
  if (context === undefined) return
  keys.addActor('agent-related', context.instructor)
  keys.addActor('agent-related', context.team)
  for (const { agent } of context.contextAgents ?? []) keys.addActor('agent-related', agent)
  for (const { group } of context.contextGroups ?? []) keys.addActor('agent-related', group)
  for (const activities of Object.values(context.contextActivities ?? {})) {
    for (const activity of [activities].flat()) keys.add('activity-related', activity.id)
  }
}

/** Each key once of its kind. */
class Keys {
  readonly list: StatementKey[] = []
  readonly #seen = new Set<string>()

  add(kind: StatementKey['kind'], key: string): void {
    const entry = `${kind} ${key}`
    if (this.#seen.has(entry)) return
    this.#seen.add(entry)
    this.list.push({ kind, key })
  }

  addActor(kind: 'agent' | 'agent-related' | 'authority', actor: Actor | undefined): void {
    if (actor !== undefined) for (const key of matchingKeys(actor)) this.add(kind, key)
  }
}
