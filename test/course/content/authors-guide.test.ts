import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { Findings } from '../../../course/structure/findings.ts'
import { parseMunicipality } from '../../../course/structure/municipality.ts'
import { parseCourse } from '../../../course/structure/parse.ts'
import { validateCourse } from '../../../course/structure/validate.ts'
import { CourseCopy, fixturePictures } from '../../support/fixture-course.ts'

const guide = readFileSync(join(import.meta.dirname, '../../../course/content/SKRIVA-EN-MODUL.md'), 'utf8')

/** The examples by the file that each says it is. */
const examples = new Map(
  [...guide.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', text = '']) => [file, text]),
)

describe('Skriva en modul', () => {
  const copy = new CourseCopy()
  before(() => {
    copy.replace('course.yaml', '- {id: M2, nummer: 2, titel: "Andra dörren", minuter: 5, skriven: false}\n', '')
    mkdirSync(copy.path('m2'))
    for (const [file, text] of examples)
      if (file.startsWith('m2/')) copy.write(file, text)
      else if (file !== 'municipality.yaml') appendFileSync(copy.path(file), text)
  })
  after(() => copy.remove())

  it('says of every example which file it is', () => {
    expect(guide.match(/^```\w+/gm)).to.have.lengthOf(examples.size)
    expect(examples.size).to.equal(10)
  })

  it('has examples without a mistake, that make a whole module', () => {
    const parsed = parseCourse(copy.folder)
    expect(validateCourse(parsed, [...Object.keys(fixturePictures), 'telefonen.svg'])).to.deep.equal([])
    const module = parsed.course.modules[1]
    expect(module?.pages.map(({ kind }) => kind)).to.deep.equal([
      'scenario',
      'reading',
      'document',
      'quiz',
      'card',
      'task',
    ])
    expect(parsed.course.sources.map(({ id }) => id)).to.include('exempel-1')
  })

  it('has a question of every type that can be written', () => {
    const types = /const types = \[([^\]]*)\]/.exec(
      readFileSync(join(import.meta.dirname, '../../../course/structure/quiz.ts'), 'utf8'),
    )?.[1]
    for (const [, type] of (types ?? '').matchAll(/'(\w+)'/g))
      expect(examples.get('m2/quiz.yaml')).to.include(`typ: ${type}\n`)
  })

  it('has a municipality’s file without a mistake', () => {
    const file = copy.write('municipality.yaml', examples.get('municipality.yaml') ?? '').path('municipality.yaml')
    const findings = new Findings()
    expect(parseMunicipality(file, parseCourse(copy.folder).course, findings)?.doors).to.have.lengthOf(1)
    expect(findings.issues).to.deep.equal([])
  })
})
