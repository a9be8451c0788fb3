import type { Course, ExamPage, Module, Part, Question, Source } from '../course/structure/types.ts'
import { questionViews } from './question-view.ts'
import type { PretestView, QuestionView } from './view.ts'

export const examLink = (part: Part | undefined) => part && { title: part.title, page: part.pages[0]?.id ?? '' }

/** An exam's tasks; the test never tells what is right, so that its feedback stays at home. */
export function taskViews(part: Part | undefined, sources: Source[]): QuestionView[] {
  return (part?.pages ?? []).flatMap((page) => {
    if (page.kind === 'pretest') return questionViews(page.questions, sources)
    return page.kind === 'test' ? questionViews(page.questions.map(withoutFeedback), sources) : []
  })
}

function withoutFeedback(question: Question): Question {
  switch (question.type) {
    case 'truefalse':
      return { ...question, feedback: { true: '', false: '' } }
    case 'order':
      return { ...question, feedback: { right: '', wrong: '' } }
    case 'match':
      return { ...question, pairs: question.pairs.map((pair) => ({ ...pair, feedback: '' })) }
    case 'numeric':
      return { ...question, feedback: { right: '', low: '', high: '' } }
    case 'date':
    case 'mark':
    case 'write':
      return question
    case 'doors':
      return question
    default:
      return { ...question, options: question.options.map((option) => ({ ...option, feedback: '' })) }
  }
}

export const examModule = ({ id, number, title, pages, objectives }: Module) => ({
  id,
  number,
  title,
  first: pages[0]?.id ?? '',
  objectives,
})

export function pretestView({ questions }: ExamPage, { modules, pretest }: Course): PretestView {
  const required = modules.filter(({ id }) => pretest?.required.includes(id)).map(({ title }) => `”${title}”`)
  return {
    kind: 'pretest',
    required: required.join(' och '),
    modules: modules.flatMap(({ id, number, title }) => {
      const own = questions.find(({ objective }) => objective.startsWith(`${id}.`))
      return own ? [{ id, number, title, case: own.id }] : []
    }),
  }
}
