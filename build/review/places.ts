import { type Course, type Page, type Part, partsOf, type Source } from '../../course/structure/types.ts'

/** Something a learner meets that rests on law: a page, a scenario step or a question. */
export interface CoursePlace {
  id: string
  kind: 'Sida' | 'Steg' | 'Fråga'
  /** What it says, or is called. */
  text: string
  module: string
  /** Ids in sources.yaml. */
  sources: string[]
}

/** Every place in the course that names its sources, in the learner's order. */
export function placesIn(course: Course): CoursePlace[] {
  return [
    ...partsOf(course).flatMap((part) => part.pages.flatMap((page) => placesOn(page, part))),
    ...course.tools.map(({ id, title: text, sources }) => ({
      id,
      kind: 'Sida' as const,
      text,
      module: 'Verktyg',
      sources,
    })),
  ]
}

function placesOn(page: Page, { id: module }: Part): CoursePlace[] {
  switch (page.kind) {
    case 'quiz':
    case 'document':
    case 'pretest':
    case 'test':
    case 'case':
      return page.questions.map(({ id, text, sources }) => ({ id, kind: 'Fråga', text, module, sources }))
    case 'scenario':
      return page.scenario.steps.map(({ id, line, sources }) => ({ id, kind: 'Steg', text: line, module, sources }))
    case 'case-result':
      return []
    default:
      return [{ id: page.id, kind: 'Sida', text: page.title, module, sources: sourcesOf(page) }]
  }
}

const sourcesOf = ({ sources, law = [] }: { sources: string[]; law?: { source: string }[] }) => [
  ...new Set([...sources, ...law.map(({ source }) => source)]),
]

/** Ids of every source that something in the course rests on. */
export const usedSources = (course: Course): Set<string> => new Set(placesIn(course).flatMap(({ sources }) => sources))

/** The sources a change of law touches: named by id (`fl-6`), by number (`2017:900`) or by the law's name. */
export function sourcesOfLaw({ sources }: Course, named: string): Source[] {
  const wanted = named.trim().toLowerCase()
  return sources.filter(({ id, sfs, law }) => [id, sfs, law].some((name) => name.toLowerCase() === wanted))
}

/**
 * What a municipal lawyer reads before the course is published: sources in use that are not certain, or whose date of review
 * (ISO 8601) is not after `today`.
 */
export function sourcesToReview(course: Course, today: string): Source[] {
  const used = usedSources(course)
  return course.sources.filter(
    ({ id, certainty, nextReview }) => used.has(id) && (certainty !== 'hog' || nextReview <= today),
  )
}
