import { setImmediate as nextTurn } from 'node:timers/promises'
import { activities, activityTypes, extensions, verbs } from '../../course/vocabulary.ts'
import type { FactRow, StatementStore } from '../statements/store.ts'
import { type ActivityDefinition, isActivity, type Statement } from '../xapi/types.ts'
import { responseParts } from './response.ts'
import { originalTime } from './sentence.ts'
import { textOf } from './words.ts'

/** What everybody in a municipality did in the course, as the questions read it. */
export interface Trail {
  /** In the order in which things happened. */
  moments: Moment[]
  /** Each try once, however often it was sent, and of the newest revision of its question only. */
  answers: Answer[]
  /** Questions and steps as the newest statement about each has them. */
  definitions: ReadonlyMap<string, ActivityDefinition>
  /** Milliseconds since 1970. */
  now: number
}

/** One thing that one person did in a module. */
export interface Moment {
  kind: 'started' | 'answered' | 'done'
  /** The actor's key: to tell people apart, never to be shown. */
  person: string
  module: string
  /** When it happened, in milliseconds since 1970, also where it was sent later. */
  at: number
  /** Where an answer was given: `Sex frågor, fråga 2`. */
  place?: string
  /** Done without its pages, by the pre-test. */
  skipped?: boolean
}

export interface Answer extends Moment {
  question: string
  revision: number
  try: number
  response: string[]
  /** Undefined in between: the door stands ajar. */
  success: boolean | undefined
  sure: boolean | undefined
  /** In a module's quiz; neither there nor in a scenario are the answers of the tests. */
  inQuiz: boolean
  /** The scenario whose step was answered. */
  scenario?: string
}

const PAGE_LENGTH = 500

/** Reads the whole municipality, a page at a time, so that other requests get in between. */
export async function readTrail(statements: StatementStore, municipality: string, now: number): Promise<Trail> {
  const collection = collectTrail(now)
  let after: string | undefined
  do {
    const page = await statements.facts(municipality, {}, { limit: PAGE_LENGTH, ...(after && { after }) })
    for (const row of page.rows) collection.add(row)
    await nextTurn()
    after = page.next
  } while (after !== undefined)
  return collection.trail()
}

/** Takes rows one by one, the newest first. */
export function collectTrail(now: number): { add(row: FactRow): void; trail(): Trail } {
  const definitions = new Map<string, ActivityDefinition>()
  const moments: (Moment | Answer)[] = []
  return {
    add(row) {
      if (row.module === undefined || !told.has(row.verb)) return
      const statement = JSON.parse(row.json) as Statement
      const moment = momentOf({ ...row, module: row.module }, statement)
      if (moment === undefined) return
      moments.push(moment)
      const { object } = statement
      if (isAnswer(moment) && isActivity(object) && object.definition && !definitions.has(moment.question)) {
        definitions.set(moment.question, object.definition)
      }
    },
    trail() {
      const inOrder = moments.toSorted((a, b) => a.at - b.at)
      return { moments: inOrder, answers: onceEach(inOrder.filter(isAnswer)), definitions, now }
    },
  }
}

const told: ReadonlySet<string> = new Set([verbs.initialized, verbs.completed, verbs.answered])
const isAnswer = (moment: Moment | Answer): moment is Answer => 'question' in moment

function momentOf(row: FactRow & { module: string }, statement: Statement): Moment | Answer | undefined {
  const { verb, actor: person, module, question, object } = row
  const moment = { person, module, at: Date.parse(originalTime(statement) ?? row.timestamp) }
  if (verb === verbs.answered)
    return question === undefined ? undefined : answerOf(moment, { ...row, question }, statement)
  if (object !== activities.module(module)) return undefined
  if (verb === verbs.initialized) return { kind: 'started', ...moment }
  return {
    kind: 'done',
    ...moment,
    skipped: (statement.context?.extensions?.[extensions.credit] ?? 'pages') !== 'pages',
  }
}

function answerOf(
  moment: Omit<Moment, 'kind'>,
  { question, revision = 1, try: attempt = 1, response = '', success }: FactRow & { question: string },
  { object, context }: Statement,
): Answer {
  const parents = [context?.contextActivities?.parent ?? []].flat()
  const confidence = context?.extensions?.[extensions.confidence]
  return {
    kind: 'answered',
    ...moment,
    question,
    revision,
    try: attempt,
    response: responseParts(response),
    success,
    sure: confidence === undefined ? undefined : confidence === 'sure',
    inQuiz: parents.some(({ id }) => id === activities.quiz(moment.module)),
    scenario: parents.find(({ definition }) => definition?.type === activityTypes.simulation)?.id,
    place: isActivity(object) ? textOf(object.definition?.name) : undefined,
  }
}

/** A try may have been sent by two sessions under two ids; answers to different revisions cannot be compared. */
function onceEach(answers: Answer[]): Answer[] {
  const newest = new Map<string, number>()
  for (const { question, revision } of answers) {
    newest.set(question, Math.max(revision, newest.get(question) ?? revision))
  }
  const once = new Map<string, Answer>()
  for (const answer of answers) {
    const key = JSON.stringify([answer.person, answer.question, answer.try])
    if (answer.revision === newest.get(answer.question) && !once.has(key)) once.set(key, answer)
  }
  return [...once.values()]
}
