import { activityTypes, cmi5, extensions, type VerbName, verbNames, verbs } from '../../course/vocabulary.ts'
import { durationSeconds } from '../xapi/duration.ts'
import { parseTimestamp } from '../xapi/timestamp.ts'
import { type Activity, type Actor, isActivity, type Statement, type StatementObject } from '../xapi/types.ts'
import { responseTexts } from './response.ts'
import { clock, dayText, swedishDay } from './swedish-time.ts'
import {
  activityName,
  durationText,
  lastPart,
  moduleId,
  moduleInSentence,
  moduleLabel,
  percentText,
  shortened,
  textOf,
} from './words.ts'

/** A stretch of a sentence; what matters most, person and answer, is strong. */
export interface Part {
  text: string
  strong: boolean
}

/** A statement, its agents already pseudonyms, as a Swedish sentence or two; the parts are joined as they are. */
export function sentence(statement: Statement): Part[] {
  return [strong(nameOf(statement.actor)), plain(' '), ...tell(statement), ...tellDelay(statement)]
}

/** When it happened, as the course says of what it could not send at once; undefined for what was sent in its own time. */
export function originalTime({ context }: Statement): string | undefined {
  const time = context?.extensions?.[extensions.originalTime]
  const value = typeof time === 'string' ? parseTimestamp(time).value : undefined
  return value === undefined ? undefined : new Date(value).toISOString()
}

/** The parts as one text. */
export function plainText(parts: Part[]): string {
  return parts.map(({ text }) => text).join('')
}

/** What a verb is called, `svarade`: the course's own word, then what the statement says, then the end of the IRI. */
export function verbText(verb: Statement['verb']): string {
  const known = verbName(verb.id)
  return known === undefined ? (textOf(verb.display) ?? lastPart(verb.id)) : verbNames[known]
}

export function verbName(iri: string): VerbName | undefined {
  return (Object.keys(verbs) as VerbName[]).find((name) => verbs[name] === iri)
}

const nameOf = (agent: Actor): string => agent.name ?? 'Någon'
const plain = (text: string): Part => ({ text, strong: false })
const strong = (text: string): Part => ({ text, strong: true })

function tell(statement: Statement): Part[] {
  const { verb, object } = statement
  switch (verbName(verb.id)) {
    case 'answered':
      return isActivity(object) ? tellAnswer(statement, object) : tellPlainly(statement)
    case 'voided':
      return [plain('ogiltigförklarade en tidigare händelse.')]
    default:
      return tellPlainly(statement)
  }
}

function tellDelay(statement: Statement): Part[] {
  const happened = originalTime(statement)
  if (happened === undefined) return []
  const when = `${dayText(swedishDay(happened))} kl. ${clock(happened)}`
  return [plain(` Det hände ${when} men skickades först nu.`)]
}

/** Verb, object, and what came of it: `slutförde modul 1, Många dörrar in. Det tog 12 minuter.` */
function tellPlainly(statement: Statement): Part[] {
  const { score, duration } = statement.result ?? {}
  const share = score?.scaled
  const seconds = duration === undefined ? undefined : durationSeconds(duration)
  const afterwards = [
    share === undefined ? '' : ` Resultatet blev ${percentText(share)}.`,
    seconds === undefined ? '' : ` Det tog ${durationText(seconds)}.`,
  ]
  const what = isLaunchedCourse(statement) ? courseText(statement.object) : objectText(statement.object)
  const text = `${verbText(statement.verb)} ${what}`
  return [plain(ended(text) + afterwards.join(''))]
}

function tellAnswer(statement: Statement, question: Activity): Part[] {
  const response = statement.result?.response
  const answer = response === undefined ? [] : responseTexts(response, question.definition)
  const scenario = [statement.context?.contextActivities?.parent ?? []].flat().find(isScenario)
  const where = scenario
    ? `i scenariot ${activityName(scenario)}, ${stepName(question)}`
    : `på frågan ${activityName(question)}`
  const attempt = statement.context?.extensions?.[extensions.try]
  const again = typeof attempt === 'number' && attempt > 1 ? ` Försök ${attempt}.` : ''
  return [plain(scenario && answer.length > 0 ? 'valde ' : 'svarade '), ...listed(answer), plain(ended(where) + again)]
}

const LONGEST_ANSWER = 240

/** Each in strong, the last after `och`; with a space after, nothing when there are none. */
function listed(texts: string[]): Part[] {
  return texts.flatMap((text, index) => {
    const after = index === texts.length - 1 ? ' ' : index === texts.length - 2 ? ' och ' : ', '
    return [strong(shortened(text, LONGEST_ANSWER)), plain(after)]
  })
}

function isScenario(activity: Activity): boolean {
  return activity.definition?.type === activityTypes.simulation
}

/** `steg 1` of `Snickaren i fel reception, steg 1`; the line somebody says in it is too long for a sentence. */
function stepName(step: Activity): string {
  const name = textOf(step.definition?.name) ?? lastPart(step.id)
  return name.slice(name.lastIndexOf(', ') + 1).trim()
}

const typeWords: Record<string, string> = {
  [activityTypes.course]: 'kursen',
  [activityTypes.module]: 'modulen',
  [activityTypes.assessment]: 'provet',
  [activityTypes.simulation]: 'scenariot',
  [activityTypes.interaction]: 'frågan',
}

function objectText(object: StatementObject): string {
  if (isActivity(object)) return activityText(object)
  if (object.objectType === 'StatementRef') return 'en tidigare händelse'
  if (object.objectType === 'SubStatement') {
    return `att ${nameOf(object.actor)} ${verbText(object.verb)} ${objectText(object.object)}`
  }
  return nameOf(object)
}

/** cmi5 9.6.2.1: the object is what was launched; its statements often name it by its id only. */
function isLaunchedCourse({ object, context }: Statement): boolean {
  const categories = [context?.contextActivities?.category ?? []].flat()
  return isActivity(object) && categories.some(({ id }) => id === cmi5.category)
}

function courseText(object: StatementObject): string {
  const name = isActivity(object) ? textOf(object.definition?.name) : undefined
  return name === undefined ? 'kursen' : `kursen ${name}`
}

function activityText(activity: Activity): string {
  const name = activityName(activity)
  const own = moduleId(activity)
  if (own !== undefined) return moduleInSentence(moduleLabel(own, name))
  const word = typeWords[activity.definition?.type ?? '']
  return word === undefined ? name : `${word} ${name}`
}

/** With a full stop, unless the text ends with a mark of its own. */
function ended(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`
}
