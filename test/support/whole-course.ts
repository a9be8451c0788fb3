import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCourse } from '../../course/structure/parse.ts'
import { temporaryFolder } from './folder.ts'

const content = join(import.meta.dirname, '../../course/content/sv')

/** A copy of the course's content in which every module that has a folder is switched on. */
export function wholeContent(folder: string): string {
  cpSync(content, folder, { recursive: true })
  const folders = readdirSync(content)
  const file = join(folder, 'course.yaml')
  const rows = readFileSync(file, 'utf8').replace(/^(- \{id: (M\d+),.*skriven: )false/gm, (row, start, id) =>
    folders.includes(id.toLowerCase()) ? `${start}true` : row,
  )
  writeFileSync(file, rows)
  return folder
}

/** The course with all its modules, the pre-test and the test. */
export function wholeCourse() {
  const folder = temporaryFolder()
  const { course } = parseCourse(wholeContent(folder.path))
  folder.remove()
  return course
}
