import Handlebars from 'handlebars'
import {
  type Course,
  type Page,
  partsOf,
  type Question,
  type ScenarioStep,
  type Source,
} from '../../course/structure/types.ts'
import { trueFalseTexts } from '../course-data.ts'
import type { Html } from '../view.ts'
import { monthInWords } from '../words.ts'
import { type CoursePlace, placesIn, sourcesToReview } from './places.ts'

/** What review.hbs receives: the whole course as it is read on paper, with answers, feedback and sources. */
export interface ReviewView {
  title: string
  version: string
  lawDateInWords: string
  /** What must be read before the course is published. */
  open: ReviewSource[]
  parts: ReviewPart[]
  tools: ReviewPage[]
  sources: ReviewSource[]
}

/** A module, or a part beside them, which has no number and no objectives. */
export interface ReviewPart {
  number?: number
  title: string
  objectives?: { id: string; text: string }[]
  pages: ReviewPage[]
}

export interface ReviewPage {
  id: string
  title: string
  revision: number
  /** What a page to read says. */
  html?: Html
  picture?: string
  law?: { label: string; text: string }[]
  note?: { title: string; lines: string[] }
  /** What a scenario or quiz asks. */
  role?: string
  items: ReviewItem[]
  sources?: string
}

export interface ReviewItem {
  id: string
  text: string
  objective?: string
  answers: ReviewAnswer[]
  sources: string
}

export interface ReviewAnswer {
  text: string
  /** `Rätt`, `2 poäng`; empty for a wrong answer. */
  verdict: string
  feedback: string
}

export interface ReviewSource
  extends Pick<Source, 'id' | 'law' | 'place' | 'sfs' | 'supports' | 'note' | 'nextReview'> {
  certainty: string
  checked: string
  places: Pick<CoursePlace, 'id' | 'kind' | 'text'>[]
}

const certainties = { hog: 'Lagtexten är läst', medel: 'God källa, inte lagtexten', lag: 'Inte bekräftad' }

/** The course for reading on paper. `today` (`2026-11-24`) decides which reviews are due. */
export function reviewView(course: Course, today: string): ReviewView {
  const places = placesIn(course)
  const source = (each: Source): ReviewSource => ({
    ...each,
    place: each.place === '-' ? '' : each.place,
    certainty: certainties[each.certainty],
    checked: monthInWords(each.checked),
    places: places.filter(({ sources }) => sources.includes(each.id)),
  })
  return {
    title: course.title,
    version: course.version,
    lawDateInWords: monthInWords(course.lawDate),
    open: sourcesToReview(course, today).map(source),
    parts: partsOf(course)
      .filter(({ pages }) => pages.length > 0)
      .map(({ id, title, pages }) => ({
        title,
        ...course.modules.find((module) => module.id === id),
        pages: pages.map((page) => pageView(page, course.sources)),
      })),
    tools: course.tools.map(({ html, sources, ...tool }) => ({
      ...tool,
      html: new Handlebars.SafeString(html),
      items: [],
      sources: named(sources, course.sources),
    })),
    sources: course.sources.map(source).filter((each) => each.places.length > 0),
  }
}

function pageView(page: Page, sources: Source[]): ReviewPage {
  const { id, title, revision } = page
  switch (page.kind) {
    case 'quiz':
    case 'document':
    case 'pretest':
    case 'test':
    case 'case':
      return { id, title, revision, items: page.questions.map((question) => questionView(question, sources)) }
    case 'scenario': {
      const { role, steps } = page.scenario
      return { id, title, revision, role, items: steps.map((step) => stepView(step, sources)) }
    }
    case 'case-result':
      return { id, title, revision, items: [] }
    default:
      return {
        id,
        title,
        revision,
        html: new Handlebars.SafeString(underPage(page.html)),
        picture: page.picture?.alt,
        law: page.law,
        note: page.note,
        items: [],
        sources: named(page.sources, sources),
      }
  }
}

/** A page's own headings come two levels down, below the page's name. */
const underPage = (html: string) =>
  html.replaceAll(/<(\/?)h([23])/g, (_, slash, level) => `<${slash}h${Number(level) + 2}`)

const named = (ids: string[], sources: Source[]) =>
  ids
    .map((id) => sources.find((source) => source.id === id))
    .flatMap((source) => (source ? [inWords(source)] : []))
    .join(' · ')

const inWords = ({ law, place }: Source) => (place === '-' ? law : `${law} ${place}`)

const stepView = ({ id, line, choices, sources: ids }: ScenarioStep, sources: Source[]): ReviewItem => ({
  id,
  text: `– ${line}`,
  answers: choices.map(({ text, points, consequence, feedback, next }) => ({
    text,
    verdict: `${points} poäng, till ${next ?? 'slutet'}`,
    feedback: `${consequence} ${feedback}`,
  })),
  sources: named(ids, sources),
})

const questionView = (question: Question, sources: Source[]): ReviewItem => ({
  id: question.id,
  text: question.text,
  objective: question.objective,
  answers: answersOf(question),
  sources: named(question.sources, sources),
})

const verdict = (right: boolean) => (right ? 'Rätt' : '')

function answersOf(question: Question): ReviewAnswer[] {
  switch (question.type) {
    case 'truefalse':
      return (['true', 'false'] as const).map((id) => ({
        text: trueFalseTexts[id],
        verdict: verdict(question.right === (id === 'true')),
        feedback: question.feedback[id],
      }))
    case 'order':
      return [
        {
          text: question.items.map(({ text }) => text).join(' → '),
          verdict: 'Rätt',
          feedback: question.feedback.right,
        },
        { text: 'Annan ordning', verdict: '', feedback: question.feedback.wrong },
      ]
    case 'match':
      return question.pairs.map(({ left, right, feedback }) => ({
        text: `${left.text} → ${right.text}`,
        verdict: 'Rätt',
        feedback,
      }))
    case 'numeric':
      return [
        {
          text: `${question.answer}${question.tolerance ? ` ± ${question.tolerance}` : ''} ${question.unit ?? ''}`,
          verdict: 'Rätt',
          feedback: question.feedback.right,
        },
        { text: 'För lågt', verdict: '', feedback: question.feedback.low },
        { text: 'För högt', verdict: '', feedback: question.feedback.high },
      ]
    case 'date':
      return [
        { text: question.answer, verdict: 'Rätt', feedback: question.feedback.right },
        { text: 'För tidigt', verdict: '', feedback: question.feedback.early },
        { text: 'För sent', verdict: '', feedback: question.feedback.late },
      ]
    case 'mark':
      return question.sheets.flatMap(({ title, lines }) =>
        lines.map(({ text, part }) => ({
          text: `${title}: ${text}`,
          verdict: part?.fault ? 'Ska markeras' : '',
          feedback: part?.feedback ?? '',
        })),
      )
    case 'write':
      return [
        { text: question.model.join(' '), verdict: 'Förslag', feedback: '' },
        ...question.checklist.map(({ text }) => ({ text, verdict: '', feedback: '' })),
      ]
    default:
      return question.options.map(({ text, right, feedback }) => ({ text, verdict: verdict(right), feedback }))
  }
}
