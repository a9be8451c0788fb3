import type { CourseData, QuestionData } from '../course-data.ts'
import type { Answered } from '../events.ts'
import { delimited, interactionTypes, rightPattern } from '../responses.ts'
import type { Answer } from '../scorm/edition.ts'
import { type Elements, given, identifier, pointElements } from '../scorm/elements.ts'
import type { ModuleStanding, Verdict } from '../verdict.ts'

/** The 2004 column of the table in the packages' design; completed stays. */
export const nextCompletion = (held: string | undefined, verdict: Verdict | undefined): string =>
  held === 'completed' || verdict?.completed ? 'completed' : 'incomplete'

/** Always said: Moodle derives it from nothing. Passed stays, failed stays until passed. */
export function nextSuccess(held: string | undefined, verdict: Verdict | undefined): string {
  if (held === 'passed' || verdict?.passed) return 'passed'
  return held === 'failed' || verdict?.passed === false ? 'failed' : 'unknown'
}

export const scoreElements = (prefix: string, scaled: number | undefined): Elements =>
  scaled === undefined ? [] : [[`${prefix}.score.scaled`, String(scaled)], ...pointElements(prefix, scaled)]

export const objectiveElements = (prefix: string, id: string, standing: ModuleStanding): Elements => [
  [`${prefix}.id`, identifier(id)],
  ...scoreElements(prefix, standing.scaled),
  [`${prefix}.completion_status`, standing.completed ? 'completed' : standing.started ? 'incomplete' : 'not attempted'],
]

/** An answer as a new interaction; the type comes before the responses, which the LMS checks against it. */
export const interactionElements = (
  prefix: string,
  event: Answer,
  { question, data }: { question: QuestionData; data: CourseData },
): Elements => [
  [`${prefix}.id`, identifier(event.question)],
  [`${prefix}.type`, interactionTypes[question.type]],
  ...(question.objective ? ([[`${prefix}.objectives.0.id`, identifier(question.objective)]] as Elements) : []),
  [`${prefix}.timestamp`, timestamp(event.at)],
  [`${prefix}.correct_responses.0.pattern`, rightPattern(question)],
  ...given(`${prefix}.learner_response`, delimited(event.response, question)),
  [`${prefix}.result`, event.result],
  [`${prefix}.latency`, timeinterval(event.seconds)],
  [`${prefix}.description`, description(event, question, data)],
]

const longestDescription = 250

/** The question, shortened where it must be, and what an answer is worth nothing without: revision and law date. */
function description({ revision }: Answered, { text = '' }: QuestionData, { lawDate }: CourseData): string {
  const end = `(revision ${revision}, rättsläge ${lawDate})`
  const room = longestDescription - end.length - 1
  const words = text.replace(/\s+/g, ' ').trim()
  if (words === '') return end
  return `${words.length > room ? `${words.slice(0, room - 1)}…` : words} ${end}`
}

/** time(second,10,0), UTC, with two decimals: Moodle 4.3 refuses three, and none. */
export const timestamp = (at: string) => new Date(at).toISOString().replace(/\dZ$/, 'Z')

/** timeinterval(second,10,2): `PT1H2M3.45S`, hundredths at most. */
export function timeinterval(seconds: number): string {
  const hundredths = Math.max(0, Math.round(seconds * 100))
  const hours = Math.floor(hundredths / 360_000)
  const minutes = Math.floor(hundredths / 6000) % 60
  const rest = (hundredths % 6000) / 100
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest}S`
}
