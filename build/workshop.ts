import { join } from 'node:path'
import { pictures } from '../course/pictures/pictures.ts'

/** Where the course's parts lie. Tests swap the content and the pictures; the rest is the project's own. */
export interface Workshop {
  /** The content folder, course/content/sv. */
  content: string
  /** Drawings by file name. */
  pictures: Record<string, () => string>
  templates: string
  styles: string
  runtime: string
}

const course = join(import.meta.dirname, '../course')

export const ownWorkshop: Workshop = {
  content: join(course, 'content/sv'),
  pictures,
  templates: join(course, 'templates'),
  styles: join(course, 'styles'),
  runtime: join(course, 'runtime'),
}
