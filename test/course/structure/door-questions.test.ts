import { expect } from 'chai'
import { courseData } from '../../../build/course-data.ts'
import { lookups } from '../../../build/lookups.ts'
import { parseCourse } from '../../../course/structure/parse.ts'
import { validateCourse } from '../../../course/structure/validate.ts'
import { CourseCopy } from '../../support/fixture-course.ts'

const text = `id: VD
titel: "Vilken dörr?"
minuter: 20
statliga:
- {id: polis, namn: "Polisen"}
fragor:
- id: VD-1
  fraga: "Öppna kafé"
  kalla: [fl-6]
  dorrar:
  - {dorr: byg, varfor: "Fråga om lov."}
  - {dorr: rec, varfor: "Fråga om tid."}
  statliga:
  - {dorr: polis, varfor: "Fråga om torget."}
  remiss: "Kommunen frågar Polisen."
`

describe('parseDoorTool', () => {
  let copy: CourseCopy
  beforeEach(() => {
    copy = new CourseCopy()
    copy.replace('course.yaml', 'moduler:', 'dorrverktyg: dorrar.yaml\nmoduler:').write('dorrar.yaml', text)
  })
  afterEach(() => copy.remove())

  const doors = () => parseCourse(copy.folder).course.doors.map(({ id }) => id)
  const messages = () => validateCourse(parseCourse(copy.folder), ['prov.svg']).map(({ message }) => message)

  it('makes a quiz whose options are the doors of the municipality, and whose answer is recorded as any other', () => {
    const { course } = parseCourse(copy.folder)
    const at = (id: string) => String.fromCharCode(97 + doors().indexOf(id))
    const question = courseData(course, { texts: false }).doorTool?.pages[0]?.questions[0]
    expect(messages()).to.deep.equal([])
    expect(question).to.deep.equal({
      id: 'VD-1',
      type: 'multi',
      revision: 1,
      options: doors().map((id) => ({ id: at(id) })),
      right: [at('byg'), at('rec')].toSorted(),
    })
  })

  it('is looked up door by door, the first one first', () => {
    const [found] = lookups(parseCourse(copy.folder).course)
    expect(found?.doors.map(({ code, why }) => `${code}: ${why}`)).to.deep.equal([
      'BYG: Fråga om lov.',
      'REC: Fråga om tid.',
    ])
    expect(found).to.deep.include({
      address: 'dorr-1',
      first: found?.doors[0]?.name,
      state: [{ name: 'Polisen', why: 'Fråga om torget.' }],
      referral: 'Kommunen frågar Polisen.',
    })
  })

  it('names the municipality’s own unit with its contacts, also one that keeps several doors', () => {
    const { course } = parseCourse(copy.folder)
    const contact = { phone: '0980-319 220', hours: ['Vardagar 9–11'] }
    const unit = { doors: ['byg', 'rec'], name: 'Samhällsbyggnad', contact }
    const municipality = { slug: 'x', name: 'X', doors: [unit], customs: new Map(), thresholds: {} }
    const [found] = lookups({ ...course, municipality })
    for (const { local } of found?.doors ?? [])
      expect(local).to.include({ name: 'Samhällsbyggnad', phone: '0980-319 220', phoneAddress: 'tel:0980319220' })
  })

  it('says which door does not exist', () => {
    copy.replace('dorrar.yaml', 'dorr: rec', 'dorr: vaxel').replace('dorrar.yaml', 'dorr: polis', 'dorr: tullen')
    expect(messages()).to.deep.equal([
      `Dörren ”vaxel” finns inte. Välj bland: ${doors().join(', ')}.`,
      'Dörren ”tullen” finns inte. Välj bland: polis.',
    ])
  })
})
