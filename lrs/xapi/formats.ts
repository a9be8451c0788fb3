import { pickLanguage } from './language.ts'
import {
  type Activity,
  type ActivityDefinition,
  type Actor,
  type Agent,
  type Context,
  isActivity,
  isGroup,
  type LanguageMap,
  type Statement,
  type StatementObject,
  type SubStatement,
  type Verb,
} from './types.ts'

/** Which rules turn a stored statement into the one that is returned (Communication 2.1.3, "format"). */
export type Format = 'exact' | 'ids' | 'canonical'

/** How each part of a statement is rewritten; agents inside contextActivities and the like go through the same ones. */
interface Rewriting {
  actor: (actor: Actor) => Actor
  verb: (verb: Verb) => Verb
  activity: (activity: Activity) => Activity
}

const ids: Rewriting = {
  actor: actorIds,
  verb: ({ id }) => ({ id }),
  activity: ({ id }) => ({ id }),
}

/** The least that identifies agents, groups, verbs and activities. */
export function idsFormat(statement: Statement): Statement {
  return rewrite(statement, ids)
}

/**
 * Verbs and activities with one language in each of their language maps, the one that suits `ranges` best (from
 * `parseAcceptLanguage`); agents and groups as they are.
 *
 * @param definitions what is known of activities by id, which counts instead of what the statement says of them
 */
export function canonicalFormat(
  statement: Statement,
  ranges: string[],
  definitions: ReadonlyMap<string, ActivityDefinition>,
): Statement {
  const pick = (map: LanguageMap) => pickLanguage(map, ranges)
  return rewrite(statement, {
    actor: (actor) => actor,
    verb: (verb) => (verb.display ? { ...verb, display: pick(verb.display) } : verb),
    activity: (activity) => {
      const definition = definitions.get(activity.id) ?? activity.definition
      return definition ? { ...activity, definition: oneLanguage(definition, pick) } : activity
    },
  })
}

function rewrite<T extends Statement | SubStatement>(statement: T, rewriting: Rewriting): T {
  const { actor, verb, object, context } = statement
  return {
    ...statement,
    actor: rewriting.actor(actor),
    verb: rewriting.verb(verb),
    object: rewriteObject(object, rewriting),
    ...(context && { context: rewriteContext(context, rewriting) }),
    ...('authority' in statement && statement.authority && { authority: rewriting.actor(statement.authority) }),
  }
}

function rewriteObject(object: StatementObject, rewriting: Rewriting): StatementObject {
  if (isActivity(object)) return rewriting.activity(object)
  if (object.objectType === 'SubStatement') return rewrite(object, rewriting)
  if (object.objectType === 'StatementRef') return object
  return rewriting.actor(object) as StatementObject
}

function rewriteContext(context: Context, rewriting: Rewriting): Context {
  const { instructor, team, contextActivities, contextAgents, contextGroups } = context
  return {
    ...context,
    ...(instructor && { instructor: rewriting.actor(instructor) }),
    ...(team && { team: rewriting.actor(team) }),
    ...(contextActivities && { contextActivities: rewriteActivities(contextActivities, rewriting) }),
    ...(contextAgents && {
      contextAgents: contextAgents.map((one) => ({ ...one, agent: rewriting.actor(one.agent) })),
    }),
    ...(contextGroups && {
      contextGroups: contextGroups.map((one) => ({ ...one, group: rewriting.actor(one.group) })),
    }),
  } as Context
}

function rewriteActivities(activities: NonNullable<Context['contextActivities']>, rewriting: Rewriting) {
  return Object.fromEntries(
    Object.entries(activities).map(([key, list]) => [key, [list].flat().map(rewriting.activity)]),
  )
}

/** An anonymous group is known by its members, every other actor by its identifier. */
function actorIds(actor: Actor): Actor {
  const { objectType, mbox, mbox_sha1sum, openid, account } = actor
  const identifier = { mbox, mbox_sha1sum, openid, account }
  const given = Object.fromEntries(Object.entries(identifier).filter(([, value]) => value !== undefined))
  const type = objectType === undefined ? {} : { objectType }
  if (!isGroup(actor) || Object.keys(given).length > 0) return { ...type, ...given } as Actor
  return { ...type, member: (actor.member ?? []).map((member) => actorIds(member) as Agent) } as Actor
}

const componentLists = ['choices', 'scale', 'source', 'target', 'steps'] as const

function oneLanguage(definition: ActivityDefinition, pick: (map: LanguageMap) => LanguageMap): ActivityDefinition {
  const result: ActivityDefinition = { ...definition }
  if (definition.name) result.name = pick(definition.name)
  if (definition.description) result.description = pick(definition.description)
  for (const list of componentLists) {
    const components = definition[list]
    if (components === undefined) continue
    result[list] = components.map((component) =>
      component.description ? { ...component, description: pick(component.description) } : component,
    )
  }
  return result
}
