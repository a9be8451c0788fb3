import { expect } from 'chai'
import { exportSelection } from '../../../lrs/analysis/export.ts'
import type { FactPage, StatementStore } from '../../../lrs/statements/store.ts'
import { statement } from '../../support/statement.ts'

const directory = { nameOf: () => 'Lots 7K4', keyOf: () => undefined, actors: [] }

const page = (next?: string): FactPage => {
  const json = JSON.stringify(statement())
  const times = { timestamp: '2026-11-24T10:00:00.000Z', stored: '2026-11-24T10:00:01.000Z' }
  return { rows: [{ id: 'id', json, actor: 'a', verb: 'v', object: 'o', ...times }], next }
}

describe('exportSelection', () => {
  it('reads on from where the page before ended, until there is no more', async () => {
    const asked: unknown[] = []
    const pages = [page('one'), page('two'), page()]
    const facts: StatementStore['facts'] = async (municipality, filter, { after }) => {
      asked.push([municipality, filter, after])
      return pages.shift() ?? { rows: [] }
    }
    const selection = { municipality: 'demo', filter: { module: 'M1' }, directory }
    let text = ''
    for await (const piece of exportSelection({ facts } as StatementStore, selection)) text += piece
    expect(asked).to.deep.equal([undefined, 'one', 'two'].map((after) => ['demo', { module: 'M1' }, after]))
    expect(text.trimEnd().split('\r\n')).to.have.length(4)
  })

  it('lets the server do something else between two pages', async () => {
    let turns = 0
    const count = () => {
      turns += 1
      timer = setImmediate(count)
    }
    let timer = setImmediate(count)
    const pages = Array.from({ length: 20 }, (_, index) => page(index < 19 ? String(index) : undefined))
    const facts: StatementStore['facts'] = async () => pages.shift() ?? { rows: [] }
    const pieces = exportSelection({ facts } as StatementStore, { municipality: 'demo', filter: {}, directory })
    for await (const piece of pieces) expect(piece).to.not.equal('')
    clearImmediate(timer)
    expect(turns).to.be.at.least(19)
  })
})
