import { expect } from 'chai'
import { markTerms } from '../../build/terms.ts'
import type { Term } from '../../course/structure/types.ts'

const term = (id: string, ...forms: string[]): Term => ({ id, word: id, explanation: 'X.', english: 'x', forms })
const glossary = [term('namnd', 'nämnd', 'nämnden'), term('handling', 'allmän handling'), term('arende')]
const button = (id: string, word: string) =>
  `<button type="button" class="term" data-term="${id}" aria-expanded="false">${word}</button>`

describe('markTerms', () => {
  it('marks the first occurrence of a term, in any of its forms, however it begins', () => {
    expect(markTerms('<p>Nämnden och nämnd.</p><p>En nämnd.</p>', glossary)).to.equal(
      `<p>${button('namnd', 'Nämnden')} och nämnd.</p><p>En nämnd.</p>`,
    )
  })

  it('marks whole words only, and the words of a form together', () => {
    const text = '<p>Miljönämnden, nämndens och nämnd-val: en allmän handling i ett ärende.</p>'
    expect(markTerms(text, glossary)).to.equal(text.replace('allmän handling', button('handling', 'allmän handling')))
  })

  it('leaves links, headings, labels and attributes alone, and finds the term behind them', () => {
    const before = '<h2>Nämnd</h2><p><a href="#x" title="nämnd">en <b>nämnd</b></a> '
    expect(markTerms(`${before}och en nämnd</p><label>nämnd</label>`, glossary)).to.equal(
      `${before}och en ${button('namnd', 'nämnd')}</p><label>nämnd</label>`,
    )
  })

  it('changes nothing without a glossary', () => {
    expect(markTerms('<p>En nämnd.</p>', [])).to.equal('<p>En nämnd.</p>')
  })
})
