import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import type { Course, Source } from '../../course/structure/types.ts'
import { setDocument } from '../typography.ts'
import { placesIn, sourcesOfLaw } from './places.ts'
import { type ReviewView, reviewView } from './review-view.ts'

/** The whole course as one HTML document to read on paper: pages, answers, feedback, sources, open points first. */
export function renderReview(course: Course, today: string): string {
  const template = readFileSync(join(import.meta.dirname, 'review.hbs'), 'utf8')
  return setDocument(Handlebars.compile<ReviewView>(template)(reviewView(course, today)))
}

/** What rests on a law that changed, line by line; undefined when sources.yaml has no such id, number or law. */
export function lawReport(course: Course, named: string): string[] | undefined {
  const sources = sourcesOfLaw(course, named)
  if (sources.length === 0) return undefined
  const places = placesIn(course)
  return sources.flatMap((source) => {
    const resting = places.filter((place) => place.sources.includes(source.id))
    const lines = resting.map(({ id, kind, text, module }) => `  ${module} ${kind.toLowerCase()} ${id}: ${text}`)
    return [`${inWords(source)} (${source.id}): ${resting.length === 0 ? 'inget i kursen' : ''}`.trim(), ...lines]
  })
}

const inWords = ({ law, place, sfs }: Source) => [law, place, sfs].filter((part) => part !== '-').join(', ')
