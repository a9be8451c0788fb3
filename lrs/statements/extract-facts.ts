import { activities, extensions } from '../../course/vocabulary.ts'
import { durationSeconds } from '../xapi/duration.ts'
import { actorKey } from '../xapi/identifiers.ts'
import { type Activity, type Context, isActivity, type Statement, type StatementObject } from '../xapi/types.ts'
import type { StatementFacts } from './store.ts'

/** The flat facts that reports read: what our course says in its extensions, and what any statement says by itself. */
export function extractFacts(statement: Statement): StatementFacts {
  const { actor, verb, object, result, context } = statement
  const said = context?.extensions ?? {}
  return {
    actor: actorKey(actor) ?? '',
    verb: verb.id,
    ...objectFacts(object),
    success: result?.success,
    completion: result?.completion,
    scaled: result?.score?.scaled,
    seconds: result?.duration === undefined ? undefined : durationSeconds(result.duration),
    response: result?.response,
    module: moduleOf(object, context),
    question: text(said[extensions.question]),
    revision: number(said[extensions.revision]),
    try: number(said[extensions.try]),
    lawDate: text(said[extensions.lawDate]),
  }
}

/** `object` is empty for a sub-statement and an anonymous group, which have no identifier. */
function objectFacts(object: StatementObject): { object: string; objectType: string } {
  if (isActivity(object)) return { object: object.id, objectType: object.definition?.type ?? 'Activity' }
  const { objectType } = object
  if (objectType === 'SubStatement') return { object: '', objectType }
  if (objectType === 'StatementRef') return { object: object.id.toLowerCase(), objectType }
  return { object: actorKey(object) ?? '', objectType }
}

const modulePrefix = activities.module('')

/** The course's module is the object itself, or stands among its parents or groupings. */
function moduleOf(object: StatementObject, context: Context | undefined): string | undefined {
  const { parent = [], grouping = [] } = context?.contextActivities ?? {}
  const near: Activity[] = [isActivity(object) ? object : [], parent, grouping].flat()
  return near.find(({ id }) => id.startsWith(modulePrefix))?.id.slice(modulePrefix.length)
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
const number = (value: unknown) => (typeof value === 'number' ? value : undefined)
