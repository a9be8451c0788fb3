import { join } from 'node:path'
import { parseCourse } from '../../course/structure/parse.ts'
import type { Course, Objective } from '../../course/structure/types.ts'
import { moduleLabel } from './words.ts'

/** What the course means to teach and how long it may take: what statements do not say. */
export interface CoursePlan {
  modules: { id: string; label: string; minutes: number }[]
  objectives: Objective[]
  /** Question id to objective id. */
  objectiveOf: ReadonlyMap<string, string>
}

const content = join(import.meta.dirname, '../../course/content/sv')

/** The plan of the course as it is written now. */
export function readCoursePlan(): CoursePlan {
  return coursePlan(parseCourse(content).course)
}

export function coursePlan({ modules }: Pick<Course, 'modules'>): CoursePlan {
  const questions = modules.flatMap(({ pages }) => pages.flatMap((page) => ('questions' in page ? page.questions : [])))
  return {
    modules: modules.map(({ id, title, minutes }) => ({ id, label: moduleLabel(id, title), minutes })),
    objectives: modules.flatMap(({ objectives }) => objectives),
    objectiveOf: new Map(questions.map(({ id, objective }) => [id, objective])),
  }
}
