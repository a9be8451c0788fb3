import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { Findings } from '../../../course/structure/findings.ts'
import { parseGlossary } from '../../../course/structure/glossary.ts'

function read(text: string) {
  const findings = new Findings()
  const terms = parseGlossary(text, 'ordlista.yaml', findings)
  return { terms, messages: findings.issues.map(({ line, message }) => `${line}: ${message}`) }
}

describe('parseGlossary', () => {
  it('puts the words in the order of the Swedish alphabet and gives them ids in ASCII', () => {
    const { terms, messages } = read(`termer:
- {ord: "Ärende", forklaring: "En fråga.", engelska: "case"}
- {ord: "Varm överlämning", forklaring: "Ett samtal.", engelska: "warm handover", former: [varm överlämning]}
`)
    expect(messages).to.deep.equal([])
    expect(terms.map(({ id, forms }) => [id, forms])).to.deep.equal([
      ['varm-overlamning', ['varm överlämning']],
      ['arende', []],
    ])
  })

  it('says which form opens two words', () => {
    const { messages } = read(`termer:
- {ord: "Lov", forklaring: "Ett ja.", engelska: "permit", former: [lov]}
- {ord: "Bygglov", forklaring: "Ett ja.", engelska: "building permit", former: [bygglov, Lov]}
`)
    expect(messages).to.deep.equal(['3: Formen ”lov” hör redan till ”Lov”. Ta bort den på ett ställe.'])
  })

  it('reads the forty-one words of the course', () => {
    const file = join(import.meta.dirname, '../../../course/content/sv/ordlista.yaml')
    const { terms, messages } = read(readFileSync(file, 'utf8'))
    expect(messages).to.deep.equal([])
    expect(terms).to.have.length(41)
  })
})
