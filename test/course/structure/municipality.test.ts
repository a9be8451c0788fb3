import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { Findings } from '../../../course/structure/findings.ts'
import { parseMunicipality } from '../../../course/structure/municipality.ts'
import { parseCourse } from '../../../course/structure/parse.ts'
import { fixtureCourse } from '../../support/fixture-course.ts'
import { temporaryFolder } from '../../support/folder.ts'

const { course } = parseCourse(fixtureCourse)
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'

const whole = `slug: vik
namn: "Viks kommun"
kontakt: "Fråga Åsa."
logga: vik.svg
farg: "#FFCD00"
dorrar:
- dorr: [byg, nar]
  namn: "Samhälle"
  telefon: "0980-319 200"
  epost: "samhalle@vik.example"
  webb: "https://vik.example/"
  oppet: ["Vardagar 9–11"]
granser: {slutprov: 26}
sa_gor_vi:
- sida: M1-lasa
  text: ["Vi ringer alltid."]
  mal: ["Svar inom en dag."]
`

describe('parseMunicipality', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let file: string
  beforeEach(() => {
    folder = temporaryFolder()
    file = join(folder.path, 'vik.yaml')
    writeFileSync(join(folder.path, 'vik.svg'), svg)
    writeFileSync(join(folder.path, 'stor.svg'), `${svg}${' '.repeat(10_000)}`)
    writeFileSync(join(folder.path, 'fel.png'), svg)
  })
  afterEach(() => folder.remove())

  function read(text: string) {
    writeFileSync(file, text)
    const findings = new Findings()
    const municipality = parseMunicipality(file, course, findings)
    return { municipality, issues: findings.issues }
  }

  it('reads all that a municipality can say', () => {
    const { municipality, issues } = read(whole)
    expect(issues).to.deep.equal([])
    expect(municipality).to.deep.equal({
      slug: 'vik',
      name: 'Viks kommun',
      contact: 'Fråga Åsa.',
      logo: { file: 'logo.svg', bytes: new TextEncoder().encode(svg) },
      colour: '#ffcd00',
      doors: [
        {
          doors: ['byg', 'nar'],
          name: 'Samhälle',
          contact: {
            phone: '0980-319 200',
            email: 'samhalle@vik.example',
            web: 'https://vik.example/',
            hours: ['Vardagar 9–11'],
          },
        },
      ],
      customs: new Map([['M1-lasa', { paragraphs: ['Vi ringer alltid.'], targets: ['Svar inom en dag.'] }]]),
      thresholds: { test: 26 },
    })
  })

  it('asks for a slug and a name only', () => {
    const { municipality, issues } = read('slug: vik\nnamn: "Viks kommun"\n')
    expect(issues).to.deep.equal([])
    expect(municipality).to.deep.include({ slug: 'vik', name: 'Viks kommun', doors: [], thresholds: {} })
  })

  const refused: [string, string, string, RegExp][] = [
    ['a slug with other letters', 'slug: vik', 'slug: Vik!', /a–z, siffror och bindestreck/],
    ['the self-test’s name', 'slug: vik', 'slug: selftest', /annat paket/],
    ['a name that is missing', 'namn: "Viks kommun"\n', '', /”namn” saknas/],
    ['a logo that is not there', 'vik.svg', 'borta.svg', /”borta.svg” finns inte. Lägg den bredvid/],
    ['a logo too large', 'vik.svg', 'stor.svg', /11 kB. Högst 10 kB/],
    ['a logo of another kind', 'vik.svg', 'vik.jpg', /svg eller png/],
    ['a logo that is not what its name says', 'vik.svg', 'fel.png', /ingen png/],
    ['a colour by name', '"#FFCD00"', '"gul"', /så här: "#005aa9"/],
    [
      'a door that no municipality has',
      '[byg, nar]',
      '[byg, när]',
      /Dörren ”när” finns inte. Välj bland: rec, nar, byg/,
    ],
    ['a door twice', '[byg, nar]', '[byg, byg]', /står redan på en annan rad/],
    ['an address without https', 'https://vik', 'http://vik', /börjar med https/],
    ['an e-mail address without @', 'samhalle@vik', 'samhalle', /ingen e-postadress/],
    ['a pass mark above thirty', 'slutprov: 26', 'slutprov: 31', /mellan 1 och 30/],
    ['a page that is not there', 'M1-lasa', 'M1-borta', /Sidan ”M1-borta” finns inte/],
    ['a page without a text of its own', 'M1-lasa', 'M1-quiz', /ingen sida att läsa/],
    ['a key it does not know', 'kontakt:', 'kontakter:', /Okänd nyckel ”kontakter”/],
  ]
  for (const [what, from, to, says] of refused)
    it(`refuses ${what}, at its line`, () => {
      const line = whole.split(from)[0]?.split('\n').length
      const { issues } = read(whole.replace(from, () => to))
      expect(issues).to.have.lengthOf(1)
      expect(issues[0]?.message).to.match(says)
      expect(issues[0]).to.include({ file, severity: 'error', line: to === '' ? 1 : line })
    })

  it('says every mistake at once', () => {
    const { issues } = read(whole.replace('slug: vik', 'slug: Å').replace('#FFCD00', 'gul').replace('M1-lasa', 'M9-x'))
    expect(issues.map(({ line }) => line)).to.deep.equal([1, 5, 15])
  })
})
