import type { QuestionData, Response } from '../course-data.ts'
import type { Answered } from '../events.ts'
import { interactionTypes } from '../responses.ts'
import { type Elements, given, identifier, pointElements } from '../scorm/elements.ts'
import type { ModuleStanding, Verdict } from '../verdict.ts'

/** The 1.2 column of the table in the packages' design. */
export function lessonStatus(verdict: Verdict): 'incomplete' | 'completed' | 'failed' | 'passed' {
  if (!verdict.completed) return 'incomplete'
  if (!verdict.tested) return 'completed'
  return verdict.passed === undefined ? 'incomplete' : verdict.passed ? 'passed' : 'failed'
}

/**
 * The status to write over the one the LMS has: passed stays, failed stays until passed, and completed is not taken back
 * by a package without a test.
 */
export function nextStatus(current: string | undefined, verdict: Verdict): string {
  const status = lessonStatus(verdict)
  if (current === 'passed') return current
  if (current === 'failed' && status !== 'passed') return current
  if (current === 'completed' && status === 'incomplete' && !verdict.tested) return current
  return status
}

export const scoreElements = (prefix: string, scaled: number | undefined): Elements =>
  scaled === undefined ? [] : pointElements(prefix, scaled)

export const objectiveElements = (prefix: string, id: string, standing: ModuleStanding): Elements => [
  [`${prefix}.id`, identifier(id)],
  ...scoreElements(prefix, standing.scaled),
  [`${prefix}.status`, standing.completed ? 'completed' : standing.started ? 'incomplete' : 'not attempted'],
]

const results: Record<Answered['result'], string> = { correct: 'correct', incorrect: 'wrong', neutral: 'neutral' }

/** RTE 3.4.4: true-false answers are `t` and `f`, pairs `a.2`, a number itself, all others single letters; commas between. */
const spelled = (response: Response, type: QuestionData['type']) =>
  type === 'truefalse' ? response.map((id) => id.charAt(0)).join() : response.join()

/** An answer as a new interaction; the type comes before the responses, which the LMS checks against it. */
export const interactionElements = (
  prefix: string,
  event: Answered & { at: string },
  question: QuestionData,
): Elements => [
  [`${prefix}.id`, identifier(event.question)],
  ...(question.objective ? ([[`${prefix}.objectives.0.id`, identifier(question.objective)]] as Elements) : []),
  [`${prefix}.type`, interactionTypes[question.type]],
  [`${prefix}.time`, timeOfDay(new Date(event.at))],
  [`${prefix}.correct_responses.0.pattern`, spelled(question.right, question.type)],
  ...given(`${prefix}.student_response`, spelled(event.response, question.type)),
  [`${prefix}.result`, results[event.result]],
  [`${prefix}.latency`, timespan(event.seconds)],
]

const two = (number: number) => String(number).padStart(2, '0')

/** CMITime, local: `14:03:22`. */
const timeOfDay = (time: Date) => [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')

/** CMITimespan `HHHH:MM:SS.ss`, always with two decimals: Moodle reads `.5` as `.05`. */
export function timespan(seconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.round(seconds * 100)), 9999 * 360_000)
  const hours = Math.floor(hundredths / 360_000)
  const minutes = Math.floor(hundredths / 6000) % 60
  const rest = hundredths % 6000
  return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(Math.floor(rest / 100))}.${two(rest % 100)}`
}
