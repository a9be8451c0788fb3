import type { CourseData, PageData, PartData, QuestionData } from '../course/runtime/course-data.ts'
import { extraPages } from '../course/structure/extra-pages.ts'
import type {
  Choice,
  Course,
  MarkQuestion,
  MatchQuestion,
  Page,
  Part,
  Question,
  ScenarioStep,
} from '../course/structure/types.ts'

/** `texts`: whether questions and options carry their texts, which only statements need. */
interface DataOptions {
  texts: boolean
}

/** What the runtime is told of the course: the written modules' pages and questions, the others by name. */
export function courseData(course: Course, options: DataOptions): CourseData {
  const { id, title, version, lawDate, modules, pretest, finalCase, doorTool, test } = course
  const part = (of: Part) => partData(of, options)
  return {
    id,
    title,
    version,
    lawDate,
    modules: modules.map((module) => ({ ...part(module), written: module.written })),
    ...(pretest && { pretest: { ...part(pretest), required: pretest.required } }),
    ...(finalCase && { finalCase: part(finalCase) }),
    ...(doorTool && { doorTool: part(doorTool) }),
    ...(test && { test: { ...test, ...part(test) } }),
    extras: extraPages(course),
  }
}

const partData = ({ id, title, minutes, pages }: Part, options: DataOptions): PartData => ({
  id,
  title,
  minutes,
  pages: pages.map((page) => pageData(page, options)),
})

function pageData(page: Page, options: DataOptions): PageData {
  const { id, kind, title } = page
  const base = {
    id,
    kind,
    title,
    ...(page.kind === 'case-result'
      ? { result: { pass: page.pass, rows: page.rows.map(({ questions }) => ({ questions })) } }
      : {}),
  }
  if ('questions' in page)
    return { ...base, questions: page.questions.map((question) => questionData(question, options)) }
  if (page.kind !== 'scenario') return { ...base, questions: [] }
  const { scenario } = page
  return { ...base, scenario: scenario.id, questions: scenario.steps.map((step) => stepData(step, options)) }
}

function questionData(question: Question, { texts }: DataOptions): QuestionData {
  const { id, type, revision, objective, text } = question
  const spelled = (options: { id: string; text: string }[]) =>
    options.map(({ text: words, ...option }) => (texts ? { ...option, text: words } : option))
  return {
    id,
    type: type === 'doors' ? 'multi' : type,
    revision,
    options: spelled(optionTexts(question)),
    ...(question.type === 'match' ? { answers: spelled(sideOf(question, 'right')) } : {}),
    right: rightResponse(question),
    ...(question.type === 'numeric' && question.tolerance > 0 ? { tolerance: question.tolerance } : {}),
    ...(objective ? { objective } : {}),
    ...(question.worth ? { worth: question.worth } : {}),
    ...(texts ? { text } : {}),
  }
}

const linesToMark = ({ sheets }: MarkQuestion) =>
  sheets.flatMap(({ lines }) => lines.flatMap(({ part, text }) => (part ? { ...part, text } : [])))

const sideOf = ({ pairs }: MatchQuestion, side: 'left' | 'right') => pairs.map((pair) => pair[side])

/** A true/false question's two options, as the learner reads them. */
export const trueFalseTexts = { true: 'Sant', false: 'Falskt' } as const

function optionTexts(question: Question): { id: string; text: string }[] {
  switch (question.type) {
    case 'truefalse':
      return [
        { id: 'true', text: trueFalseTexts.true },
        { id: 'false', text: trueFalseTexts.false },
      ]
    case 'order':
      return question.items
    case 'match':
      return sideOf(question, 'left')
    case 'numeric':
    case 'date':
      return []
    case 'mark':
      return linesToMark(question).map(({ id, text }) => ({ id, text }))
    case 'write':
      return question.checklist
    default:
      return question.options.map((option) => ({
        id: option.id,
        text: option.text,
        ...('free' in option ? { free: option.free } : {}),
      }))
  }
}

function rightResponse(question: Question): string[] {
  switch (question.type) {
    case 'truefalse':
      return [String(question.right)]
    case 'order':
      return question.items.map(({ id }) => id)
    case 'match':
      return question.pairs.map(({ left, right }) => `${left.id}.${right.id}`)
    case 'numeric':
      return [String(question.answer)]
    case 'date':
      return [question.answer]
    case 'mark':
      return linesToMark(question).flatMap(({ id, fault }) => (fault ? id : []))
    case 'write':
      return question.checklist.map(({ id }) => id)
    default:
      return question.options.filter(({ right }) => right).map(({ id }) => id)
  }
}

function stepData({ id, revision, line, choices }: ScenarioStep, { texts }: DataOptions): QuestionData {
  return {
    id,
    type: 'step',
    revision,
    options: choices.map((choice) => choiceData(choice, texts)),
    right: choices.filter(({ points }) => points === 2).map((choice) => choice.id),
    ...(texts ? { text: line } : {}),
  }
}

function choiceData({ id, text, points, next }: Choice, texts: boolean) {
  return { id, points, ...(texts ? { text } : {}), ...(next === undefined ? {} : { next }) }
}
