import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownWorkshop, type Workshop } from '../../build/workshop.ts'

/** A small course with a page and a question of every kind. */
export const fixtureCourse = join(import.meta.dirname, '../fixtures/course/sv')

export const fixturePictures: Workshop['pictures'] = {
  'prov.svg': () => '<svg viewBox="0 0 64 30"><rect width="64" height="30" fill="var(--wall)"/></svg>',
}

/** The project's templates, styles and runtime around a course's content. */
export function workshopFor(content = fixtureCourse): Workshop {
  return { ...ownWorkshop, content, pictures: fixturePictures }
}

/** A copy of the fixture course that a test may break; `remove()` it afterwards. */
export class CourseCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'foretagslots-course-'))

  constructor() {
    cpSync(fixtureCourse, this.folder, { recursive: true })
  }

  path(file: string): string {
    return join(this.folder, file)
  }

  write(file: string, text: string): this {
    writeFileSync(this.path(file), text)
    return this
  }

  /** Replaces the first occurrence; throws where there is none, so that no test breaks nothing. */
  replace(file: string, from: string, to: string): this {
    const text = readFileSync(this.path(file), 'utf8')
    if (!text.includes(from)) throw new Error(`${file} does not have ${from}`)
    return this.write(
      file,
      text.replace(from, () => to),
    )
  }

  /** The line, from 1, on which a text first stands. */
  lineOf(file: string, text: string): number {
    const before = readFileSync(this.path(file), 'utf8').split(text)
    if (before.length < 2) throw new Error(`${file} does not have ${text}`)
    return (before[0] as string).split('\n').length
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}
