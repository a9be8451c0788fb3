import { join } from 'node:path'
import { expect } from 'chai'
import { parseDocument } from '../../../course/structure/document.ts'
import { Findings } from '../../../course/structure/findings.ts'
import { readSource } from '../../../course/structure/read-source.ts'
import { parseYaml } from '../../../course/structure/yaml-fields.ts'
import { fixtureCourse } from '../../support/fixture-course.ts'

const own = join(import.meta.dirname, '../../../course/content/sv/m4/dokument.yaml')
const fixture = join(fixtureCourse, 'm1/dokument.yaml')

function read(file: string, change = (text: string) => text) {
  const findings = new Findings()
  const fields = parseYaml(change(readSource(file)), { file, findings })
  if (!fields) throw new Error(`${file} cannot be read`)
  return { page: parseDocument(fields, 'M1-dokument', findings), findings }
}

/** The same file with something replaced; throws where it is not there. */
function broken(from: string, to: string) {
  return read(fixture, (text) => {
    if (!text.includes(from)) throw new Error(`The fixture does not have ${from}`)
    return text.replaceAll(from, to)
  }).findings.issues.map(({ line, message }) => `${line}: ${message}`)
}

describe('parseDocument', () => {
  it('reads papers with their lines, and what is done about them', () => {
    const { page, findings } = read(fixture)
    expect(findings.issues).to.deep.equal([])
    expect(page).to.include({ kind: 'document', id: 'M1-dokument', title: 'Dörrens papper' })
    const [mark, single, write] = page.questions
    expect([mark?.type, single?.type, write?.type]).to.deep.equal(['mark', 'single', 'write'])
    if (mark?.type !== 'mark' || write?.type !== 'write') throw new Error('unreachable')
    expect(mark.sheets.map(({ kind, title, picture }) => [kind, title, picture?.file])).to.deep.equal([
      ['Faktura', 'Faktura 118', undefined],
      ['Ritning', 'Dörren framifrån', 'prov.svg'],
    ])
    expect(mark.sheets[0]?.lines).to.deep.equal([
      { text: 'Dörr AB', heading: true },
      { text: 'Kommunen', label: 'Till' },
      { text: '9 november 2026', label: 'Datum', part: { id: 'a', fault: false, feedback: 'Datumet stämmer.' } },
      { text: 'Två dörrar', amount: '4 000 kr', part: { id: 'b', fault: true, feedback: 'Ni köpte en.' } },
    ])
    expect(mark.sheets[1]?.lines[1]).to.deep.include({ place: 2 })
    expect(write.checklist).to.deep.equal([
      { id: 'a', text: 'Svaret står först.' },
      { id: 'b', text: 'Ett datum står med.' },
    ])
  })

  it('names the questions, objectives and sources, so that the whole course is compared with them', () => {
    const { findings } = read(fixture)
    expect(findings.definitions.map(({ id }) => id)).to.deep.equal(['M1-dokument', 'D-M1-1', 'D-M1-2', 'D-M1-3'])
    expect([...findings.tested]).to.deep.equal(['M1.1', 'M1.2'])
    expect(findings.references.filter(({ kind }) => kind === 'picture').map(({ id }) => id)).to.deep.equal(['prov.svg'])
  })

  it('lets a paper be written as badly as its writer did, not the rest of the page', () => {
    const { findings } = read(fixture)
    const told = findings.prose.map(({ text }) => text)
    expect(told).to.include('Du har fått en faktura och en ritning på en dörr.').and.to.include('Ni köpte en.')
    expect(told).not.to.include('Två dörrar')
  })

  for (const [what, from, to, says] of [
    ['no fault', 'fel: true', 'fel: false', '8: Inget är fel i dokumenten. Sätt fel: true på en rad.'],
    [
      'nothing but faults',
      'fel: false',
      'fel: true',
      '8: Allt som går att markera är fel. Gör minst en rad till som är i sin ordning.',
    ],
    ['a letter twice', 'id: c', 'id: a', '8: ”a” är id på två rader. Ändra det ena.'],
    ['a letter that is none', 'id: c', 'id: 1c', '20: Alternativets id ska vara en bokstav, a–z. Ändra ”1c”.'],
    ['a line without a text', '{rubrik: "Dörr AB"}', '{belopp: "4 kr"}', '12: ”text” saknas. Lägg till text: "…".'],
    [
      'a plate of no number',
      'plats: 2',
      'plats: två',
      '21: ”plats” ska vara ett heltal, utan citattecken, men är text. Ändra värdet.',
    ],
    ['an unknown key', 'slag: "Faktura"', 'sort: "Faktura"', '9: ”slag” saknas. Lägg till slag: "…".'],
  ] as const)
    it(`notes ${what}`, () => expect(broken(from, to).join('\n')).to.include(says))

  it('asks for something to do after the marking', () => {
    const { findings } = read(fixture, (text) => text.slice(0, text.indexOf('sedan:')))
    expect(findings.issues.map(({ message }) => message)).to.deep.equal([
      'Efter markeringen kommer något att göra. Lägg till sedan (frågor) eller skriv (en text).',
    ])
  })

  it('refuses more lines to mark than there are letters', () => {
    const lines = Array.from({ length: 27 }, (_, n) => `    - {id: a, text: "${n}", fel: false, feedback: "Ja."}`)
    const { findings } = read(fixture, (text) => text.replace('    - {rubrik: "Dörr AB"}', lines.join('\n')))
    expect(findings.issues.map(({ message }) => message)).to.include(
      '31 rader går att markera. Högst 26 får plats. Ta bort id på några.',
    )
  })

  it('finds nothing to mend in the example for authors', () => {
    expect(read(own).findings.issues).to.deep.equal([])
  })
})
