import { comparableDuration } from './duration.ts'
import { lowerDomain } from './identifiers.ts'
import { utcTimestamp } from './timestamp.ts'
import {
  type Activity,
  type Actor,
  type Context,
  isActivity,
  isGroup,
  type Result,
  type Statement,
  type StatementObject,
  type SubStatement,
} from './types.ts'

/** What a part of a statement comes down to when compared: JSON without objects, so that no order of keys can differ. */
type Comparable = unknown[] | undefined

/**
 * One text for all statements that are the same by the specification's rules (Data 2.3.1): equal texts, same statement.
 * It leaves out what the LRS sets (id, stored, authority, version, and a timestamp equal to stored, as in a statement that was
 * read from an LRS and is sent again), activity definitions and verb displays. It does not see the order of properties and
 * group members, a timestamp's time zone, the case of UUIDs, hashes, language tags and mail domains, whether a single context
 * activity stands in an array, and durations beyond 0.01 s.
 */
export function comparableText(statement: Statement): string {
  const { timestamp, stored, ...rest } = statement
  return JSON.stringify(statementParts(timestamp === stored ? rest : { ...rest, timestamp }))
}

function statementParts(statement: Statement | SubStatement): Comparable {
  const { actor, verb, object, result, context, timestamp, attachments } = statement
  return [
    actorParts(actor),
    verb.id,
    objectParts(object),
    result && resultParts(result),
    context && contextParts(context),
    timestamp === undefined ? undefined : utcTimestamp(timestamp),
    attachments?.map((one) => [
      one.usageType,
      sortedPairs(one.display),
      one.description && sortedPairs(one.description),
      one.contentType,
      one.length,
      one.sha2.toLowerCase(),
      one.fileUrl,
    ]),
  ]
}

function actorParts(actor: Actor | undefined): Comparable {
  if (actor === undefined) return undefined
  const { objectType, name, mbox, mbox_sha1sum, openid, account } = actor
  const members = isGroup(actor) ? actor.member?.map((member) => JSON.stringify(actorParts(member))).sort() : undefined
  return [
    objectType,
    name,
    mbox === undefined ? undefined : lowerDomain(mbox),
    mbox_sha1sum?.toLowerCase(),
    openid,
    account && [account.homePage, account.name],
    members,
  ]
}

function activityParts({ objectType, id }: Activity): Comparable {
  return [objectType, id]
}

function objectParts(object: StatementObject): Comparable {
  if (isActivity(object)) return activityParts(object)
  if (object.objectType === 'StatementRef') return [object.objectType, object.id.toLowerCase()]
  return [object.objectType, object.objectType === 'SubStatement' ? statementParts(object) : actorParts(object)]
}

function resultParts({ score, success, completion, response, duration, extensions }: Result): Comparable {
  return [
    score && [score.scaled, score.raw, score.min, score.max],
    success,
    completion,
    response,
    duration === undefined ? undefined : comparableDuration(duration),
    extensions && sortedPairs(extensions),
  ]
}

function contextParts(context: Context): Comparable {
  const { contextActivities, contextAgents, contextGroups, extensions } = context
  return [
    context.registration?.toLowerCase(),
    actorParts(context.instructor),
    actorParts(context.team),
    contextActivities && contextActivitiesParts(contextActivities),
    contextAgents?.map(({ agent, relevantTypes }) => [actorParts(agent), relevantTypes]),
    contextGroups?.map(({ group, relevantTypes }) => [actorParts(group), relevantTypes]),
    context.revision,
    context.platform,
    context.language?.toLowerCase(),
    context.statement?.id.toLowerCase(),
    extensions && sortedPairs(extensions),
  ]
}

function contextActivitiesParts({ parent, grouping, category, other }: NonNullable<Context['contextActivities']>) {
  return [parent, grouping, category, other].map((list) => list && [list].flat().map(activityParts))
}

/** Keys and values in order of the keys, all the way down. */
function sortedPairs(value: object): unknown[] {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.flatMap(([key, inner]) => [key, sortedInside(inner)])
}

/** An array is told from an object by its first element. */
function sortedInside(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? [0, ...value.map(sortedInside)] : [1, ...sortedPairs(value)]
}
