import { expect } from 'chai'
import { extensions } from '../../../course/vocabulary.ts'
import { columns } from '../../../lrs/analysis/columns.ts'
import { csvOf } from '../../../lrs/analysis/csv.ts'
import type { AnalysedEvent } from '../../../lrs/analysis/event.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'
import { analysedStatement, answer } from '../../support/analysed-statement.ts'
import { readCsv } from '../../support/read-csv.ts'

const event = (statement: Statement, row: Partial<AnalysedEvent['row']> = {}): AnalysedEvent => ({
  statement,
  row: {
    id: '0e3b7a52-6d0f-4c53-9a3e-5c1d2f7b8a90',
    timestamp: '2026-11-24T13:52:07.120Z',
    stored: '2026-11-24T13:52:08.004Z',
    verb: statement.verb.id,
    object: 'https://example.org/q/1',
    ...row,
  },
})

async function csv(...events: AnalysedEvent[]): Promise<string> {
  const pages = (async function* () {
    yield events
  })()
  let text = ''
  for await (const piece of csvOf(pages)) text += piece
  return text
}

/** The file read back: every record by the names of its columns. */
async function records(...events: AnalysedEvent[]): Promise<Record<string, string>[]> {
  const [header = [], ...rest] = readCsv((await csv(...events)).slice(1))
  return rest.map((fields) => Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ''])))
}

const responded = (response: string) =>
  event(answer({ definition: { interactionType: 'fill-in' }, result: { response } }))

describe('csvOf', () => {
  it('begins with a byte order mark, has semicolons and ends its lines with CRLF', async () => {
    const text = await csv(event(analysedStatement('initialized')))
    expect(text.charCodeAt(0)).to.equal(0xfeff)
    expect(text.match(/\r\n/g)).to.have.length(2)
    expect(text.replaceAll('\r\n', '')).to.not.match(/[\r\n]/)
    expect(text.split('\r\n')[0]?.slice(1)).to.equal(columns.map(({ name }) => name).join(';'))
  })

  it('has the header alone when there is nothing', async () => {
    expect(readCsv(await csv())).to.have.length(1)
  })

  it('writes numbers with a decimal comma, negative ones too, and leaves out what is not said', async () => {
    const [first, second] = await records(
      event(analysedStatement('completed'), { scaled: -0.25, seconds: 12.5, try: 2, revision: 1 }),
      event(analysedStatement('completed')),
    )
    expect(first).to.include({ Resultat: '-0,25', Sekunder: '12,5', Försök: '2', 'Version av frågan': '1' })
    expect(second).to.include({ Resultat: '', Sekunder: '', Försök: '' })
  })

  it('writes Swedish time with UTC beside it, also in the hour that comes twice', async () => {
    const times = [
      '2026-03-29T00:59:59.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]
    const read = await records(...times.map((timestamp) => event(analysedStatement('initialized'), { timestamp })))
    expect(read.map((record) => record['Tid UTC'])).to.deep.equal(times)
    expect(read.map(({ Tid }) => Tid)).to.deep.equal([
      '2026-03-29 01:59:59',
      '2026-03-29 03:00:00',
      '2026-10-25 02:30:00',
      '2026-10-25 02:30:00',
    ])
  })

  it('has the original time of what was sent later, and no other', async () => {
    const context = { extensions: { [extensions.originalTime]: '2026-11-23T15:20:41.000Z' } }
    const read = await records(
      event(analysedStatement('completed', { context })),
      event(analysedStatement('completed')),
    )
    expect(read.map((record) => record['Hände egentligen'])).to.deep.equal(['2026-11-23 16:20:41', ''])
  })

  it('reads back quotes, semicolons, line breaks and åäö', async () => {
    const response = 'a "b"; c\r\nd\ne åäö …'
    const [record] = await records(responded(response))
    expect(record?.Svarskod).to.equal(response)
  })

  for (const start of [
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    ' =',
    '\u00a0=',
    '\u200b=',
    '\u0000=',
    '＝',
    '＋',
    '－',
    '＠',
  ]) {
    it(`lets ${JSON.stringify(start)} begin no formula`, async () => {
      const [record] = await records(responded(`${start}HYPERLINK("https://example.org")`))
      expect(record?.Svarskod).to.match(/^'/)
      expect(record?.Svar).to.match(/^'/)
    })
  }

  it('lets no name of an activity or verb begin a formula either', async () => {
    const statement = analysedStatement('x', {
      verb: { id: 'https://example.org/v', display: { sv: '=1+1' } },
      object: { id: 'https://example.org/a', definition: { name: { sv: '@SUM(A1)' } } },
    })
    const [record] = await records(event(statement, { module: '+M1', question: '-Q', lawDate: '=x' }))
    expect(record).to.include({
      Händelse: "'=1+1",
      Aktivitet: "'@SUM(A1)",
      Modul: "'+M1",
      Fråga: "'-Q",
      Rättsläge: "'=x",
    })
  })

  it('keeps a cell within what Excel holds, and control characters out', async () => {
    const [record] = await records(responded(`a\u0000b\u0007c${'x'.repeat(50_000)}`))
    expect(record?.Svarskod).to.match(/^a b cx+$/)
    expect(record?.Svarskod?.length).to.be.below(32_768)
  })

  it('asks for the next page only when the one before has been taken', async () => {
    let asked = 0
    const pages = (async function* () {
      for (; asked < 1000; asked += 1) yield [event(analysedStatement('initialized'))]
    })()
    const pieces = csvOf(pages)
    for (let taken = 0; taken < 5; taken += 1) await pieces.next()
    expect(asked).to.be.below(6)
  })

  it('explains every column once, with an example', () => {
    expect(new Set(columns.map(({ name }) => name)).size).to.equal(columns.length)
    for (const { meaning, example } of columns) {
      expect(meaning).to.match(/\.$/)
      expect(example).to.not.equal('')
    }
  })
})
