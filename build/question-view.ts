import type {
  MarkQuestion,
  MatchQuestion,
  NumericQuestion,
  Picture,
  Question,
  Source,
  TrueFalseQuestion,
} from '../course/structure/types.ts'
import { trueFalseTexts } from './course-data.ts'
import type { AnswersView, QuestionView, SheetView } from './view.ts'
import { isLeading, numberVerdicts } from './words.ts'

/** A quiz page's questions as the templates get them, one partial per type. */
export function questionViews(questions: Question[], sources: Source[]): QuestionView[] {
  const mark = questions.find(({ type }) => type === 'mark') as MarkQuestion | undefined
  return questions.map((question, n) => ({
    id: question.id,
    number: n + 1,
    count: questions.length,
    text: question.text,
    partial: `question/${question.type}`,
    law: sources.filter(({ id }) => question.sources.includes(id)).map(lawInWords),
    ...answers(question),
    ...(mark && question !== mark ? { papers: mark.sheets.map(sheetView) } : {}),
  }))
}

const lawInWords = ({ law, place }: Source) => (place === '-' ? law : `${law} ${place}`)

function answers(question: Question): AnswersView {
  switch (question.type) {
    case 'truefalse':
      return { type: question.type, options: trueFalseOptions(question) }
    case 'order':
      return { type: question.type, items: question.items, feedback: question.feedback }
    case 'match':
      return matchView(question)
    case 'numeric':
      return numericView(question)
    case 'date':
      return { type: question.type, feedback: question.feedback }
    case 'mark':
      return { type: question.type, setting: question.setting, sheets: question.sheets.map(sheetView) }
    case 'write':
      return { type: question.type, model: question.model, checklist: question.checklist }
    case 'doors': {
      const { type, options, first, state, referral } = question
      return { type, options, first, firstName: options.find(({ id }) => id === first)?.text ?? '', state, referral }
    }
    default:
      return { type: question.type, options: question.options }
  }
}

function trueFalseOptions({ right, feedback }: TrueFalseQuestion) {
  return (['true', 'false'] as const).map((id) => ({
    id,
    text: trueFalseTexts[id],
    right: right === (id === 'true'),
    feedback: feedback[id],
  }))
}

const matchView = ({ type, pairs }: MatchQuestion): AnswersView => ({
  type,
  terms: pairs.map(({ left, feedback }) => ({ ...left, feedback })),
  answers: pairs.map(({ right }) => right),
})

const numericView = ({ type, unit, feedback }: NumericQuestion): AnswersView => ({
  type,
  ...(unit === undefined ? {} : { unit: { text: unit, leads: isLeading(unit) } }),
  feedback,
  verdicts: numberVerdicts(unit),
})

const sheetView = ({ picture, ...sheet }: MarkQuestion['sheets'][number]): SheetView => ({
  ...sheet,
  ...(picture ? { picture: pictureView(picture) } : {}),
})

/** A picture as the templates place it: loaded from its file when it is shown. */
export const pictureView = (picture: Picture) => ({ ...picture, src: `pictures/${picture.file}` })
