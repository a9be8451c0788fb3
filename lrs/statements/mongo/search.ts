import { LrsError } from '../../errors.ts'
import type { StatementFilter, StatementKey, StatementPage } from '../store.ts'
import { storableKey } from '../text.ts'
import { afterInstant, positionPattern } from './position.ts'
import { keyFields, type StatementModel } from './statement-model.ts'

/**
 * One page of the statements that match (Communication 2.1.3), from the newest or, `ascending`, from the oldest. A page
 * after the first goes on in what was stored when the first was asked for, so that nothing is shown twice or never.
 *
 * @throws LrsError `invalid` when `after` is not a cursor of this municipality
 */
export async function findStatements(
  model: StatementModel,
  municipality: string,
  filter: StatementFilter,
): Promise<StatementPage> {
  const { after, ascending = false, limit } = filter
  const cursor = after === undefined ? undefined : parseCursor(after, municipality)
  const end = cursor?.end ?? (ascending ? await newestPosition(model, municipality) : '')
  const found = await model
    .find(
      {
        municipality,
        voided: false,
        ...keyConditions(filter),
        ...positionCondition(filter, { last: cursor?.last, end }),
      },
      { _id: 0, position: 1, json: 1 },
    )
    .sort({ position: ascending ? 1 : -1 })
    .limit(limit + 1)
    .lean()
  const statements = found.slice(0, limit).map(({ json }) => json)
  const last = found[limit - 1]
  if (found.length <= limit || !last) return { statements }
  return { statements, next: [municipality, last.position, end].join('~') }
}

interface Cursor {
  last: string | undefined
  /** Beyond it nothing is shown; empty when going backwards, where nothing new comes in. */
  end: string
}

const cursorPattern = new RegExp(`^(.*)~(${positionPattern})~(${positionPattern})?$`)

function parseCursor(after: string, municipality: string): Cursor {
  const [, owner, last, end = ''] = cursorPattern.exec(after) ?? []
  if (owner === municipality && last !== undefined) return { last, end }
  throw new LrsError('invalid', 'This is not where a page of statements ended. Ask for the first page again.')
}

async function newestPosition(model: StatementModel, municipality: string): Promise<string> {
  const newest = await model.findOne({ municipality }, { position: 1 }).sort({ position: -1 }).lean()
  return newest?.position ?? ''
}

function keyConditions(filter: StatementFilter): Record<string, string> {
  const wanted: [StatementKey['kind'], string | undefined][] = [
    [filter.relatedAgents ? 'agent-related' : 'agent', filter.agent],
    [filter.relatedActivities ? 'activity-related' : 'activity', filter.activity],
    ['verb', filter.verb],
    ['registration', filter.registration],
    ['authority', filter.authority],
  ]
  const given = wanted.flatMap(([kind, key]) =>
    key === undefined ? [] : [[`keys.${keyFields[kind]}`, storableKey(key)]],
  )
  return Object.fromEntries(given)
}

function positionCondition({ since, until, ascending }: StatementFilter, { last, end }: Cursor): object {
  const above = [since === undefined ? '' : afterInstant(since), ascending ? (last ?? '') : ''].sort().at(-1)
  const below = [until && afterInstant(until), ascending ? undefined : last]
    .filter((bound) => bound !== undefined)
    .sort()[0]
  return {
    position: { $gt: above, ...(below !== undefined && { $lt: below }), ...(end !== '' && { $lte: end }) },
  }
}
