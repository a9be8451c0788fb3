import { type CourseData, type PageData, partsOf } from './course-data.ts'
import type { Place } from './progress.ts'

/** What the address names: the cover, a page (with a question of its quiz), or one of the pages outside the modules. */
export type Route = { kind: 'cover' } | { kind: 'contents' } | { kind: 'extra'; id: string } | PageRoute

export interface PageRoute {
  kind: 'page'
  page: string
  question?: string
}

/** `#M1-historien`, `#M1-quiz/Q-M1-3`, `#om`, or nothing; undefined for what the course does not have (`#main`). */
export function parseRoute(hash: string, data: CourseData): Route | undefined {
  const [page = '', question] = hash.replace(/^#/, '').split('/')
  if (page === '') return { kind: 'cover' }
  if (page === 'innehall') return { kind: 'contents' }
  if (data.extras.includes(page)) return { kind: 'extra', id: page }
  const found = partsOf(data)
    .flatMap(({ pages }) => pages)
    .find(({ id }) => id === page)
  if (!found) return undefined
  const named = hasAddresses(found) && found.questions.some(({ id }) => id === question)
  return { kind: 'page', page, ...(named ? { question } : {}) }
}

/** The address of a place; a scenario's step is no part of it, a quiz's question is. */
export function hashOf({ page, question }: Place, data: CourseData): string {
  const found = partsOf(data)
    .flatMap(({ pages }) => pages)
    .find(({ id }) => id === page)
  if (!found) return '#'
  return hasAddresses(found) && question ? `#${found.id}/${question}` : `#${found.id}`
}

/** Pages that show one question at a time, each with an address of its own. */
export const hasAddresses = ({ kind }: PageData) => ['quiz', 'document', 'case', 'pretest', 'test'].includes(kind)
