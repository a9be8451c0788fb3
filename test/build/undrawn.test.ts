import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { readCourse } from '../../build/build-all.ts'
import { CourseCopy, workshopFor } from '../support/fixture-course.ts'

const warnings = (copy: CourseCopy) => readCourse(workshopFor(copy.folder), '2026-11-24').warnings

describe('what nobody has drawn yet', () => {
  let copy: CourseCopy
  beforeEach(() => {
    copy = new CourseCopy()
  })
  afterEach(() => copy.remove())

  it('is a step with a neutral scene, said at its line', () => {
    const text = readFileSync(copy.path('m1/scenario.yaml'), 'utf8').replaceAll('S1-2', 'S99-2')
    copy.write('m1/scenario.yaml', text)
    const found = warnings(copy).filter(({ message }) => message.includes('neutral bild'))
    expect(found.map(({ message }) => message)).to.deep.equal([
      'Steget S99-2 har ingen egen scen. En neutral bild visas.',
    ])
    expect(found[0]).to.include({
      file: copy.path('m1/scenario.yaml'),
      line: copy.lineOf('m1/scenario.yaml', 'id: S99-2'),
    })
  })

  it('is a house for a thirteenth module, said at its line', () => {
    copy.replace('course.yaml', 'id: M2, nummer: 2', 'id: M13, nummer: 13')
    const found = warnings(copy).filter(({ message }) => message.includes('hus'))
    expect(found.map(({ message }) => message)).to.deep.equal([
      'Gatan på omslaget har 12 hus. M13 får inget hus, men står i innehållet.',
    ])
  })
})
