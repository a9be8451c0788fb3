import { expect } from 'chai'
import { verbs } from '../../../course/vocabulary.ts'
import { factFilter, parseSelection, type Selection, selectionQuery } from '../../../lrs/analysis/selection.ts'

const nobody = () => undefined

describe('parseSelection', () => {
  it('reads what it writes', () => {
    const selection: Selection = {
      text: 'å & ä = "ö"',
      person: 'Lots 7K4',
      verb: 'answered',
      activity: 'https://example.org/a?b=c#d',
      module: 'M1',
      question: 'Q-M1-1',
      from: '2026-11-01',
      to: '2026-11-24',
    }
    const query = Object.fromEntries(new URLSearchParams(selectionQuery(selection)))
    expect(parseSelection(query)).to.deep.equal({ selection, problems: {} })
  })

  it('leaves out what is empty, given twice or unknown', () => {
    const { selection } = parseSelection({ text: ' ', modul: ['M1', 'M2'], person: '', annat: 'x' })
    expect(selection).to.deep.equal({})
  })

  it('names a date that the calendar has not, and an end before the beginning', () => {
    expect(parseSelection({ fran: '2026-02-30' }).problems).to.have.keys('from')
    expect(parseSelection({ till: '24/11 2026' }).problems).to.have.keys('to')
    expect(parseSelection({ fran: '2026-11-24', till: '2026-11-01' }).problems).to.have.keys('to')
    expect(parseSelection({ fran: '2026-11-24', till: '2026-11-24' }).problems).to.deep.equal({})
  })
})

describe('factFilter', () => {
  it('includes both days, from Swedish midnight to Swedish midnight', () => {
    expect(factFilter({ from: '2026-03-28', to: '2026-03-29' }, nobody)).to.deep.equal({
      since: '2026-03-27T23:00:00.000Z',
      until: '2026-03-29T22:00:00.000Z',
    })
  })

  it('knows the course’s verbs by name and others by their IRI', () => {
    expect(factFilter({ verb: 'answered' }, nobody)).to.deep.equal({ verb: verbs.answered })
    expect(factFilter({ verb: 'https://example.org/v' }, nobody)).to.deep.equal({ verb: 'https://example.org/v' })
    expect(factFilter({ verb: 'toString' }, nobody)).to.deep.equal({ verb: 'toString' })
  })

  it('finds a person by the pseudonym, and nobody by one that nobody has', () => {
    const keyOf = (pseudonym: string) => (pseudonym === 'Lots 7K4' ? 'account|x|y' : undefined)
    expect(factFilter({ person: 'Lots 7K4' }, keyOf)).to.deep.equal({ actor: 'account|x|y' })
    expect(factFilter({ person: 'mbox|mailto:a@example.org' }, keyOf)).to.deep.equal({ actor: '' })
  })
})
