import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CourseCopy, fixtureCourse } from './fixture-course.ts'

/** The fixture course with its first module twice, the second time as M2. */
export function twoModules(): CourseCopy {
  const copy = new CourseCopy()
  mkdirSync(copy.path('m2'))
  for (const name of readdirSync(join(fixtureCourse, 'm1'))) {
    const text = readFileSync(join(fixtureCourse, 'm1', name), 'utf8')
    copy.write(`m2/${name}`, text.replaceAll('M1', 'M2').replaceAll('S1', 'S2').replaceAll('Första', 'Andra'))
  }
  return copy
    .replace('m2/module.yaml', 'nummer: 1', 'nummer: 2')
    .replace('m2/module.yaml', 'minuter: 3', 'minuter: 5')
    .replace('course.yaml', 'skriven: false', 'skriven: true')
}
