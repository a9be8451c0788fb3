import { mkdirSync } from 'node:fs'
import { expect } from 'chai'
import { parseCourse } from '../../../course/structure/parse.ts'
import { validateCourse } from '../../../course/structure/validate.ts'
import { CourseCopy } from '../../support/fixture-course.ts'

const sheet = `---
id: prova
titel: "Prova"
slag: checklista
om: "Ett blad."
kalla: [fl-6]
---
Först.

- [ ] **Ring** kollegan.
- [ ] Skriv.
`

describe('parseTools', () => {
  let copy: CourseCopy
  beforeEach(() => {
    copy = new CourseCopy()
    copy.replace('course.yaml', 'moduler:', 'verktyg: [prova]\nmoduler:')
    mkdirSync(copy.path('verktyg'))
  })
  afterEach(() => copy.remove())

  const messages = () =>
    validateCourse(parseCourse(copy.folder), ['prov.svg']).map(({ line, message }) => `${line}: ${message}`)

  it('reads a sheet whose rows can be ticked off', () => {
    copy.write('verktyg/prova.md', sheet)
    const [tool] = parseCourse(copy.folder).course.tools
    expect(tool).to.include({ id: 'prova', title: 'Prova', kind: 'checklist', about: 'Ett blad.', revision: 1 })
    expect(tool?.sources).to.deep.equal(['fl-6'])
    expect(tool?.html).to.include(
      '<label class="tick"><input type="checkbox"><span><strong>Ring</strong> kollegan.</span></label>',
    )
    expect(messages()).to.deep.equal([])
  })

  it('is led to from a page, as the handover card is', () => {
    copy.write('verktyg/prova.md', sheet)
    copy.replace('m1/lasa.md', '(#M1-kort)', '(#prova) och [bladet](#stafettkortet)')
    expect(messages()).to.deep.equal([])
  })

  it('says where a sheet is missing, has no such kind, or rests on nothing known', () => {
    expect(messages().join()).to.match(
      /^7: Verktyget ”prova” finns inte\. Skriv .*verktyg.prova\.md, eller ta bort raden\.$/,
    )
    copy.write('verktyg/prova.md', sheet.replace('checklista', 'lista').replace('fl-6', 'fl-99'))
    expect(messages()).to.deep.equal([
      '4: ”slag: lista” finns inte. Välj något av: checklista, blad, ledarblad.',
      '6: Källan ”fl-99” finns inte. Skriv ett id ur sources.yaml, eller lägg till källan där.',
    ])
  })

  it('lets no page of a module have rows to tick off', () => {
    copy.write('verktyg/prova.md', sheet)
    copy.replace('m1/lasa.md', '- Läs', '- [ ] Läs')
    expect(messages().join()).to.include('Kryssrutor går inte att använda i texten.')
  })
})
