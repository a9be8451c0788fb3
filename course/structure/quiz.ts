import type { Findings } from './findings.ts'
import { parseRevision } from './page.ts'
import type {
  ChoiceQuestion,
  DateQuestion,
  MatchQuestion,
  NumericQuestion,
  OrderQuestion,
  Question,
  QuizPage,
  TestItem,
  TrueFalseQuestion,
} from './types.ts'
import type { Fields } from './yaml-fields.ts'

const types = ['single', 'multi', 'truefalse', 'order', 'match', 'numeric', 'date'] as const

type Base = Pick<Question, 'id' | 'revision' | 'objective' | 'sources' | 'text'>

/** A quiz page: `titel` and the questions of `quiz`, in annex A's keys. */
export function parseQuiz(fields: Fields, id: string, findings: Findings): QuizPage {
  findings.define('page', id, fields.place())
  const page: QuizPage = {
    kind: 'quiz',
    id,
    title: fields.text('titel'),
    revision: parseRevision(fields),
    questions: fields.list('quiz').flatMap((question) => parseQuestion(question, findings)),
  }
  fields.close()
  return page
}

/** A question, and what a draw needs to know of it. */
export interface ParsedItem {
  question: Question
  facts: TestItem
}

/** What every question has: id, revision, objective, sources and the question itself. */
export function parseBase(fields: Fields, findings: Findings): Base {
  const base: Base = {
    id: fields.id('id', 'question'),
    revision: parseRevision(fields),
    objective: fields.reference('mal', 'objective'),
    sources: fields.references('kalla', 'source'),
    text: fields.text('fraga'),
  }
  findings.tested.add(base.objective)
  return base
}

/** One question in annex A's keys; none where its type is unknown. */
export const parseQuestion = (fields: Fields, findings: Findings): Question[] =>
  parseItem(fields, findings).map(({ question }) => question)

/** The same with what a draw needs to know. */
export function parseItem(fields: Fields, findings: Findings): ParsedItem[] {
  const base = parseBase(fields, findings)
  const type = fields.oneOf('typ', types)
  if (!type) return []
  const question = typed(base, type, fields)
  const facts = parseFacts(base.id, fields)
  fields.close()
  return [{ question, facts }]
}

/** The annexes' keys that say nothing to the learner: of these only `g2` and the days of validity are used by the course. */
function parseFacts(question: string, fields: Fields): TestItem {
  if (fields.has('svarighet')) fields.oneOf('svarighet', ['latt', 'medel', 'svar'])
  if (fields.has('fall')) fields.flag('fall')
  if (fields.has('granska')) fields.date('granska')
  if (fields.has('fler_mal')) fields.references('fler_mal', 'objective')
  if (fields.has('dorrar')) fields.texts('dorrar')
  return {
    question,
    g2: fields.has('g2') && fields.flag('g2') === true,
    ...(fields.has('validFrom') ? { validFrom: fields.date('validFrom') } : {}),
    ...(fields.has('validTo') ? { validTo: fields.date('validTo') } : {}),
  }
}

function typed(base: Base, type: (typeof types)[number], fields: Fields): Question {
  switch (type) {
    case 'truefalse':
      return trueFalse(base, fields)
    case 'order':
      return order(base, fields)
    case 'match':
      return match(base, fields)
    case 'numeric':
      return numeric(base, fields)
    case 'date':
      return date(base, fields)
    default:
      return choice(base, type, fields)
  }
}

function choice(base: Base, type: 'single' | 'multi', fields: Fields): ChoiceQuestion {
  const options = fields.list('val').map(parseOption)
  const read = options.flatMap(({ right }) => right ?? [])
  const right = read.filter((flag) => flag).length
  if (right === 0 && read.length === options.length)
    fields.error('val', `Frågan ${base.id} har inget rätt svar. Sätt ratt: true på ett av alternativen.`)
  if (type === 'single' && right > 1)
    fields.error('val', `Frågan ${base.id} är single men har ${right} rätta svar. Behåll ett, eller skriv typ: multi.`)
  if (options.length === 1) fields.error('val', `Frågan ${base.id} har bara ett alternativ. Skriv minst två.`)
  for (const key of ['id', 'text'] as const)
    noteDoubles(
      options.map((option) => option[key]),
      { key: 'val', fields },
    )
  return { ...base, type, options: options.map((option) => ({ ...option, right: option.right === true })) }
}

function parseOption(fields: Fields) {
  const option = {
    id: optionId(fields),
    text: fields.text('text'),
    right: fields.flag('ratt'),
    ...(fields.has('fri') && fields.flag('fri') ? { free: true as const } : {}),
    feedback: fields.text('feedback'),
  }
  fields.close()
  return option
}

function trueFalse(base: Base, fields: Fields): TrueFalseQuestion {
  const right = fields.flag('ratt') === true
  const feedback = fields.map('feedback')
  const read = { true: feedback?.text('sant') ?? '', false: feedback?.text('falskt') ?? '' }
  feedback?.close()
  return { ...base, type: 'truefalse', right, feedback: read }
}

function order(base: Base, fields: Fields): OrderQuestion {
  const texts = fields.texts('ordning').map(({ value }) => value)
  if (texts.length === 1)
    fields.error('ordning', `Frågan ${base.id} har bara ett steg. Skriv minst två, i rätt ordning.`)
  noteDoubles(texts, { key: 'ordning', fields })
  const feedback = fields.map('feedback')
  const read = { right: feedback?.text('ratt') ?? '', wrong: feedback?.text('fel') ?? '' }
  feedback?.close()
  return {
    ...base,
    type: 'order',
    items: texts.map((text, n) => ({ id: String.fromCharCode(97 + n), text })),
    feedback: read,
  }
}

/** Both sides of a pair are told by one character in SCORM 1.2, and a select of more answers is no longer read. */
const mostPairs = 9

function match(base: Base, fields: Fields): MatchQuestion {
  const pairs = fields.list('par').map((pair, n) => {
    const read = {
      left: { id: String.fromCharCode(97 + n), text: pair.text('vanster') },
      right: { id: String(n + 1), text: pair.text('hoger') },
      feedback: pair.text('feedback'),
    }
    pair.close()
    return read
  })
  if (pairs.length === 1) fields.error('par', `Frågan ${base.id} har bara ett par. Skriv minst två.`)
  if (pairs.length > mostPairs)
    fields.error('par', `Frågan ${base.id} har ${pairs.length} par. Högst ${mostPairs} får plats. Dela frågan.`)
  for (const side of ['left', 'right'] as const)
    noteDoubles(
      pairs.map((pair) => pair[side].text),
      { key: 'par', fields },
    )
  return { ...base, type: 'match', pairs }
}

/** What a learner may write (course/runtime/number.ts). */
const mostDigits = 999_999_999

function numeric(base: Base, fields: Fields): NumericQuestion {
  const answer = fields.number('svar', { min: -mostDigits, max: mostDigits })
  const tolerance = fields.number('tolerans', { min: 0, max: mostDigits })
  const unit = fields.optionalText('enhet')
  const feedback = fields.map('feedback')
  const read = {
    right: feedback?.text('ratt') ?? '',
    low: feedback?.text('for_lagt') ?? '',
    high: feedback?.text('for_hogt') ?? '',
  }
  feedback?.close()
  return { ...base, type: 'numeric', answer, tolerance, ...(unit === undefined ? {} : { unit }), feedback: read }
}

function date(base: Base, fields: Fields): DateQuestion {
  const answer = fields.date('svar')
  const feedback = fields.map('feedback')
  const read = {
    right: feedback?.text('ratt') ?? '',
    early: feedback?.text('for_tidigt') ?? '',
    late: feedback?.text('for_sent') ?? '',
  }
  feedback?.close()
  return { ...base, type: 'date', answer, feedback: read }
}

/** An option's letter: answers in SCORM 1.2 are single characters. */
export function optionId(fields: Fields): string {
  const id = fields.text('id')
  if (id !== '' && !/^[a-z]$/.test(id)) fields.error('id', `Alternativets id ska vara en bokstav, a–z. Ändra ”${id}”.`)
  return id
}

/** Notes a text or letter that stands twice among the options. */
export function noteDoubles(texts: string[], { key, fields }: { key: string; fields: Fields }): void {
  const double = texts.find((text, n) => text !== '' && texts.indexOf(text) < n)
  if (double) fields.error(key, `”${double}” står två gånger i ”${key}”. Ändra den ena.`)
}
