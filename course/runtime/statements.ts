import { activities, activityTypes, extensions, verbNames, verbs } from '../vocabulary.ts'
import {
  type CourseData,
  type OptionData,
  type PageData,
  type PartData,
  partsOf,
  type QuestionData,
} from './course-data.ts'
import type { Answered, CourseEvent, TestSubmitted } from './events.ts'
import { delimited, interactionTypes, rightPattern } from './responses.ts'
import { attemptShare, type Verdict } from './verdict.ts'

/** The parts of an xAPI statement that the course fills in; a tracker adds id, actor, registration and the session's own context. */
export interface CourseStatement {
  verb: { id: string; display: LanguageMap }
  object: Activity
  result?: StatementResult
  context: StatementContext
  /** The event's own time. */
  timestamp: string
}

export type LanguageMap = Record<string, string>

export interface Activity {
  objectType: 'Activity'
  id: string
  definition?: ActivityDefinition
}

export interface ActivityDefinition {
  type: string
  name?: LanguageMap
  description?: LanguageMap
  interactionType?: (typeof interactionTypes)[QuestionData['type']]
  choices?: InteractionComponent[]
  source?: InteractionComponent[]
  target?: InteractionComponent[]
  correctResponsesPattern?: string[]
}

export interface InteractionComponent {
  id: string
  description: LanguageMap
}

export interface StatementResult {
  /** xAPI's spelling, `a[,]c`. */
  response?: string
  success?: boolean
  completion?: boolean
  duration?: string
  score?: { scaled: number; raw: number; min: number; max: number }
}

export interface StatementContext {
  contextActivities: { parent?: Activity[]; grouping?: Activity[]; category?: Activity[] }
  extensions: Record<string, unknown>
  language: string
}

export interface StatementFacts {
  data: CourseData
  /** For the module's score on `module-done`. */
  verdict?: Verdict
}

const inSwedish = (text: string): LanguageMap => ({ sv: text })

const activity = (id: string, type: string, name: string): Activity => ({
  objectType: 'Activity',
  id,
  definition: { type, name: inSwedish(name) },
})

export const courseActivity = (data: CourseData) => activity(activities.course, activityTypes.course, data.title)

const moduleActivity = (module: PartData) => activity(activities.module(module.id), activityTypes.module, module.title)

/** A module's first quiz goes by the module's name, any further one by its own. */
function pageActivity(part: PartData, page: PageData): Activity {
  if (page.scenario !== undefined)
    return activity(activities.scenario(page.scenario), activityTypes.simulation, page.title)
  if (page.kind === 'pretest' || page.kind === 'test') return examActivity(part)
  if (page.kind === 'document' || page.kind === 'case')
    return activity(activities.document(page.id), activityTypes.assessment, page.title)
  const first = part.pages.find(({ kind }) => kind === 'quiz') === page
  return activity(activities.quiz(first ? part.id : page.id), activityTypes.assessment, page.title)
}

const examActivity = (part: PartData) => activity(activities.exam(part.id), activityTypes.assessment, part.title)

/** The module a question is about: the one it stands in, or in an exam the one whose objective it tests. */
const moduleOf = (data: CourseData, part: PartData, { objective = '' }: QuestionData): PartData =>
  (part === data.pretest || part === data.test
    ? data.modules.find(({ id }) => id === objective.split('.')[0])
    : undefined) ?? part

/** Seconds as an ISO 8601 duration, hundredths at most: xAPI compares no further (Data 4.6). */
export const duration = (seconds: number) => `PT${Math.round(seconds * 100) / 100}S`

function questionActivity(question: QuestionData, name: string): Activity {
  return {
    objectType: 'Activity',
    id: activities.question(question.id),
    definition: {
      type: activityTypes.interaction,
      name: inSwedish(name),
      ...(question.text === undefined ? {} : { description: inSwedish(question.text) }),
      interactionType: interactionTypes[question.type],
      ...componentsOf(question),
      correctResponsesPattern: [rightPattern(question)],
    },
  }
}

/** The lists that each type takes (Data 2.4.4.1, "Interaction Components"). */
function componentsOf({ type, options, answers = [] }: QuestionData): Partial<ActivityDefinition> {
  if (type === 'truefalse' || type === 'numeric' || type === 'date') return {}
  return type === 'match'
    ? { source: components(options), target: components(answers) }
    : { choices: components(options) }
}

/** An order question's items stand in the right order: sorted by letter, so that a definition does not give it away by position. */
const components = (options: OptionData[]): InteractionComponent[] =>
  options.map(({ id, text }) => ({ id, description: inSwedish(text ?? id) })).toSorted((a, b) => (a.id < b.id ? -1 : 1))

const success: Record<Answered['result'], { success?: boolean }> = {
  correct: { success: true },
  incorrect: { success: false },
  neutral: {},
}

function answered(event: Answered & { at: string }, { data }: StatementFacts): CourseStatement | undefined {
  const found = findQuestion(data, event)
  if (!found) return undefined
  const { module, page, question } = found
  const number = page.questions.indexOf(question) + 1
  return {
    ...skeleton('answered', event.at, data),
    object: questionActivity(question, `${page.title}, ${question.type === 'step' ? 'steg' : 'fråga'} ${number}`),
    result: {
      response: delimited(event.response, question),
      ...success[event.result],
      duration: duration(event.seconds),
    },
    context: {
      language: 'sv',
      contextActivities: {
        parent: [pageActivity(module, page)],
        grouping: [moduleActivity(moduleOf(data, module, question)), courseActivity(data)],
      },
      extensions: {
        ...extensionsOf(data),
        [extensions.question]: event.question,
        [extensions.revision]: event.revision,
        [extensions.try]: event.try,
        ...(event.confidence === undefined ? {} : { [extensions.confidence]: event.confidence }),
      },
    },
  }
}

function findQuestion(data: CourseData, event: Answered) {
  const module = partsOf(data).find(({ id }) => id === event.module)
  const page = module?.pages.find(({ id }) => id === event.page)
  const question = page?.questions.find(({ id }) => id === event.question)
  return module && page && question ? { module, page, question } : undefined
}

const extensionsOf = (data: CourseData) => ({
  [extensions.lawDate]: data.lawDate,
  [extensions.courseVersion]: data.version,
})

const skeleton = (
  verb: 'answered' | 'initialized' | 'completed' | 'passed' | 'failed',
  timestamp: string,
  data: CourseData,
) => ({
  verb: { id: verbs[verb], display: inSwedish(verbNames[verb]) },
  timestamp,
  context: {
    language: 'sv',
    contextActivities: { grouping: [courseActivity(data)] },
    extensions: extensionsOf(data),
  },
})

function moduleStatement(
  event: CourseEvent & { kind: 'module-started' | 'module-done' },
  { data, verdict }: StatementFacts,
): CourseStatement | undefined {
  const module = partsOf(data).find(({ id }) => id === event.module)
  if (!module) return undefined
  const verb = event.kind === 'module-started' ? 'initialized' : 'completed'
  const plain = { ...skeleton(verb, event.at, data), object: moduleActivity(module) }
  if (event.kind === 'module-started') return plain
  const scaled = verdict?.modules[module.id]?.scaled
  return {
    ...plain,
    result: { completion: true, ...(scaled === undefined ? {} : { score: scoreOf(scaled) }) },
    context: { ...plain.context, extensions: { ...plain.context.extensions, [extensions.credit]: event.credit } },
  }
}

/** One attempt at the test: passed or failed by the mark that holds; not the verdict on the course, which trackers tell. */
function attempt(
  event: TestSubmitted & { at: string },
  { data, verdict }: StatementFacts,
): CourseStatement | undefined {
  const { test } = data
  if (!test) return undefined
  const mark = verdict?.mark ?? test.passMark
  const scaled = attemptShare(event, mark)
  const success = scaled >= mark
  const plain = skeleton(success ? 'passed' : 'failed', event.at, data)
  const tried = event.attempt === undefined ? {} : { [extensions.try]: event.attempt }
  return {
    ...plain,
    object: examActivity(test),
    result: { success, completion: true, score: scoreOf(scaled) },
    context: { ...plain.context, extensions: { ...plain.context.extensions, ...tried } },
  }
}

/** A share 0–1 with two decimals as an xAPI score. */
export const scoreOf = (scaled: number) => ({ scaled, raw: Math.round(scaled * 100), min: 0, max: 100 })

/**
 * The statement an event makes, or undefined where it makes none (no analyst's question asks for it). All of them are cmi5
 * *allowed* statements (cmi5 7.1.3): cmi5's own verbs on the course are the tracker's business.
 */
export function statementFor(event: CourseEvent, facts: StatementFacts): CourseStatement | undefined {
  if (event.kind === 'answered') return answered(event, facts)
  if (event.kind === 'test-submitted') return attempt(event, facts)
  if (event.kind === 'module-started' || event.kind === 'module-done') return moduleStatement(event, facts)
  return undefined
}
