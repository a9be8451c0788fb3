import { LrsError } from '../../errors.ts'
import type { AnswerCount, FactFilter, FactPage, FactRow } from '../store.ts'
import { foldText, storableKey } from '../text.ts'
import { positionPattern, storedOf } from './position.ts'
import { statementIdOf } from './row.ts'
import type { StatementModel, StatementRow } from './statement-model.ts'

/** Whose facts, and which. */
export interface FactQuery {
  municipality: string
  filter: FactFilter
}

/**
 * One page of the rows for the analyst, newest `timestamp` first.
 *
 * @throws LrsError `invalid` when `after` is not where a page ended
 */
export async function findFacts(
  model: StatementModel,
  query: FactQuery,
  { limit, after }: { limit: number; after?: string },
): Promise<FactPage> {
  const { municipality } = query
  const found = await model
    .find(
      { $and: [conditions(query), after === undefined ? {} : beyond(after, municipality)] },
      { municipality: 1, position: 1, timestamp: 1, facts: 1, json: 1 },
    )
    .sort({ timestamp: -1, position: -1 })
    .limit(limit + 1)
    .lean()
  const page = found.slice(0, limit)
  const rows = page.map(factRow)
  const last = page.at(-1)
  if (found.length <= limit || !last) return { rows }
  return { rows, next: [municipality, last.timestamp.getTime(), last.position].join('~') }
}

export function countFacts(model: StatementModel, query: FactQuery): Promise<number> {
  return model.countDocuments(conditions(query)).exec()
}

/** Answers are statements that name a question and a response. */
export async function countAnswers(model: StatementModel, query: FactQuery): Promise<AnswerCount[]> {
  const isAnswer = { 'facts.question': { $exists: true }, 'facts.response': { $exists: true } }
  const by = { question: '$facts.question', response: '$facts.response', success: '$facts.success', try: '$facts.try' }
  const groups = await model.aggregate<{ _id: AnswerGroup; count: number }>([
    { $match: { $and: [conditions(query), isAnswer] } },
    { $group: { _id: by, count: { $sum: 1 } } },
  ])
  const counts = new Map<string, AnswerCount>()
  for (const { _id, count } of groups) {
    const { question, response, success } = _id
    const firstTry = _id.try === undefined || _id.try === 1
    const key = JSON.stringify([question, response, firstTry, success])
    const counted = counts.get(key) ?? { question, response, firstTry, success, count: 0 }
    counts.set(key, { ...counted, count: counted.count + count })
  }
  return [...counts.values()].sort(compareAnswers)
}

interface AnswerGroup {
  question: string
  response: string
  success?: boolean
  try?: number
}

function compareAnswers(a: AnswerCount, b: AnswerCount): number {
  return (
    comparePoints(a.question, b.question) ||
    Number(b.firstTry) - Number(a.firstTry) ||
    comparePoints(a.response, b.response) ||
    Number(a.success ?? -1) - Number(b.success ?? -1)
  )
}

/** In the order of their code points. */
export async function distinctFacts(model: StatementModel, municipality: string, field: string): Promise<string[]> {
  const groups = await model.aggregate<{ _id: string | null }>([
    { $match: { municipality, voided: false } },
    { $group: { _id: `$facts.${field}` } },
  ])
  return groups.flatMap(({ _id }) => _id || []).sort(comparePoints)
}

function comparePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function conditions({ municipality, filter }: FactQuery): object {
  const { actor, verb, activity: object, module, question, since, until, text } = filter
  const named = Object.entries({ actor, verb, object, module, question }).flatMap(([field, value]) =>
    value === undefined ? [] : [[`facts.${field}`, storableKey(value)]],
  )
  const timestamp = { ...(since && { $gte: new Date(since) }), ...(until && { $lt: new Date(until) }) }
  return {
    municipality,
    voided: false,
    ...Object.fromEntries(named),
    ...((since || until) && { timestamp }),
    ...(text && { text: { $regex: literally(foldText(text)) } }),
  }
}

/** A pattern that matches this text only; NUL cannot stand in one. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('\0', '\\x00')
}

const afterPattern = new RegExp(`^(.*)~(-?\\d{1,16})~(${positionPattern})$`)

function beyond(after: string, municipality: string): object {
  const [, owner, milliseconds, position] = afterPattern.exec(after) ?? []
  if (owner !== municipality) {
    throw new LrsError('invalid', 'This is not where a page of facts ended. Ask for the first page again.')
  }
  const timestamp = new Date(Number(milliseconds))
  return {
    timestamp: { $lte: timestamp },
    $or: [{ timestamp: { $lt: timestamp } }, { timestamp, position: { $lt: position } }],
  }
}

type FoundRow = Pick<StatementRow, '_id' | 'municipality' | 'position' | 'timestamp' | 'facts' | 'json'>

function factRow({ facts, ...row }: FoundRow): FactRow {
  return {
    id: statementIdOf(row),
    timestamp: row.timestamp.toISOString(),
    stored: storedOf(row.position),
    json: row.json,
    actor: facts.actor,
    verb: facts.verb,
    object: facts.object,
    objectType: facts.objectType,
    module: facts.module,
    question: facts.question,
    revision: facts.revision,
    try: facts.try,
    success: facts.success,
    completion: facts.completion,
    scaled: facts.scaled,
    seconds: facts.seconds,
    response: facts.response,
    lawDate: facts.lawDate,
  }
}
