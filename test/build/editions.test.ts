import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { unzipSync } from 'fflate'
import { buildAll } from '../../build/build-all.ts'
import type { BuildError } from '../../build/build-error.ts'
import { editionsOf } from '../../build/editions.ts'
import { parseCourse } from '../../course/structure/parse.ts'
import { fixtureCourse, workshopFor } from '../support/fixture-course.ts'
import { temporaryFolder } from '../support/folder.ts'

const { course } = parseCourse(fixtureCourse)
const root = join(import.meta.dirname, '../..')

describe('a municipality’s edition', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let out: string
  const file = (name: string, text: string) => {
    const path = join(folder.path, name)
    writeFileSync(path, text)
    return path
  }
  const unzip = (name: string) => unzipSync(readFileSync(join(out, name)))
  const textOf = (zip: Record<string, Uint8Array>, name: string) => new TextDecoder().decode(zip[name])

  beforeEach(() => {
    folder = temporaryFolder()
    out = join(folder.path, 'dist')
  })
  afterEach(() => folder.remove())

  const vik = `slug: vik
namn: "Viks & Nÿs kommun"
farg: "#ffcd00"
kontakt: "Fråga Åsa."
dorrar:
- {dorr: [byg, nar], namn: "Samhälle", telefon: "0980-319 200", oppet: ["Vardagar 9–11"]}
sa_gor_vi:
- {sida: M1-lasa, text: ["Vi ringer alltid."], mal: ["Svar inom en dag."]}
`

  it('is named by its slug, beside what dist already has', async () => {
    await buildAll({ out, only: ['scorm12', 'hosted'], workshop: workshopFor() })
    const files = [file('vik.yaml', vik), file('sund.yaml', 'slug: sund\nnamn: "Sunds kommun"\n')]
    const { packages } = await buildAll({
      out,
      only: ['scorm12', 'hosted'],
      municipalities: files,
      workshop: workshopFor(),
    })
    const made = ['vik', 'sund'].flatMap((slug) => [`foretagslots-${slug}-scorm12.zip`, `foretagslots-${slug}-hosted`])
    expect(packages.map(({ name }) => name)).to.have.members(made)
    expect(readdirSync(out)).to.include.members([...made, 'foretagslots-scorm12.zip', 'hosted'])
    const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8')
    for (const name of made) expect(sums).to.include(`  ${name}`)
  })

  it('says its name, its doors, its way and its contact, in its colour', async () => {
    await buildAll({ out, only: ['scorm12'], municipalities: [file('vik.yaml', vik)], workshop: workshopFor() })
    const zip = unzip('foretagslots-vik-scorm12.zip')
    const html = textOf(zip, 'index.html')
    expect(html).to.include('Företagslots i Viks &amp; Nÿs kommun')
    expect(html).to.match(
      /Våra dörrar[\s\S]*<b>NÄR<\/b> <b>BYG<\/b>[\s\S]*Samhälle[\s\S]*tel:0980319200[\s\S]*Vardagar 9–11/,
    )
    expect(html).to.match(/Så gör vi här<\/h2>\s*<p>Vi ringer alltid.<\/p>[\s\S]*Vårt mål[\s\S]*Svar inom en dag/)
    expect(html).to.include('<dd>Fråga Åsa.</dd>')
    expect(textOf(zip, 'course.css')).to.match(/--accent:#765d00;.*--accent:#f3d067;/)
    expect(textOf(zip, 'imsmanifest.xml')).to.include('Många dörrar på prov, Viks &amp; Nÿs kommun (version 0.1.0')
  })

  it('says nothing of a municipality in the edition for everybody', async () => {
    await buildAll({ out, only: ['scorm12'], workshop: workshopFor() })
    const html = textOf(unzip('foretagslots-scorm12.zip'), 'index.html')
    for (const words of ['Så gör vi här', 'Våra dörrar', 'class="logo"']) expect(html).not.to.include(words)
  })

  it('asks for as many right answers in the final test as it says', () => {
    const test = {
      id: 'T',
      title: 'Slutprov',
      minutes: 22,
      pages: [],
      passMark: 0.8,
      essential: [],
      permits: [],
      pool: [],
    }
    const of = (text: string) => editionsOf({ ...course, test }, [file('vik.yaml', text)])[0]?.test?.passMark
    expect(of(`${vik}granser: {slutprov: 27}\n`)).to.equal(0.9)
    expect(of(vik)).to.equal(0.8)
  })

  it('is refused with every mistake in every file, and builds nothing', async () => {
    const files = [file('a.yaml', vik.replace('#ffcd00', 'gul')), file('b.yaml', vik), join(folder.path, 'borta.yaml')]
    const error = await buildAll({ out, municipalities: files, workshop: workshopFor() }).catch((caught) => caught)
    expect(
      (error as BuildError).issues.map(({ file: name, line, message }) => `${name}:${line} ${message}`),
    ).to.deep.equal([
      `${files[0]}:3 ”farg” ska skrivas så här: "#005aa9". Ändra ”gul”.`,
      `${files[2]}:1 Filen finns inte. Rätta sökvägen.`,
      `${files[1]}:1 ”slug: vik” står också i ${files[0]}. Ändra den ena.`,
    ])
    expect(readdirSync(folder.path)).not.to.include('dist')
  })

  it('is made of the two examples in the project', async () => {
    const folderOf = join(root, 'course/municipalities')
    const municipalities = readdirSync(folderOf)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folderOf, name))
    const { packages } = await buildAll({ out, only: ['scorm12'], municipalities })
    expect(packages.map(({ name }) => name)).to.deep.equal([
      'foretagslots-ekkoping-scorm12.zip',
      'foretagslots-hultsfred-scorm12.zip',
    ])
    expect(unzip('foretagslots-ekkoping-scorm12.zip')).to.include.keys('logo.svg')
  })
})
