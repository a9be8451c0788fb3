import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'

interface Row {
  dorr: string
  varfor: string
}

interface DoorFile {
  fragor: { id: string; fraga: string; kalla: string[]; dorrar: Row[]; statliga?: Row[]; remiss?: string }[]
}

const content = join(import.meta.dirname, '../../../course/content/sv')
const { fragor: questions } = parse(readFileSync(join(content, 'dorrar.yaml'), 'utf8')) as DoorFile

/** Whom the business contacts, the first door first, then the state's: the answers as they were decided. */
const decided = [
  'nar byg liv vaa rtj + skatteverket',
  'alk',
  'gat alk + polis',
  'byg',
  'byg mil',
  'mil byg',
  'mil vaa byg',
  'mar nar',
  'gat liv rtj + polis',
  'liv alk',
  'alk',
  'alk byg + livsmedelsverket',
  'rtj byg',
  'upp',
  'gat alk liv rtj + polis',
  'byg liv rtj mil',
  'mil',
  'kan upp',
  'mar nar',
  'vaa',
]

describe('the questions of ”Vilken dörr?”', () => {
  it('are twenty, each with the doors that were decided', () => {
    const told = questions.map(({ dorrar, statliga = [] }) => {
      const names = (rows: Row[]) => rows.map(({ dorr }) => dorr).join(' ')
      return statliga.length > 0 ? `${names(dorrar)} + ${names(statliga)}` : names(dorrar)
    })
    expect(told).to.deep.equal(decided)
  })

  it('tell whom the municipality asks itself, which is no door of the business', () => {
    const referred = questions.filter(({ remiss }) => remiss).map(({ id }) => id)
    expect(referred).to.deep.equal(['VD-2', 'VD-3', 'VD-10', 'VD-11', 'VD-12', 'VD-15'])
  })

  it('promise nothing about who collects food waste, and say of public places what holds today', () => {
    const [, , pavement, , , , , , square] = questions
    expect(JSON.stringify(questions.at(-1))).not.to.match(/hämta/i)
    for (const question of [pavement, square])
      expect(question?.statliga?.[0]?.varfor).to.equal(
        'Polisen prövar i dag tillståndet för offentlig plats och frågar kommunen först.',
      )
  })

  it('have no sentence over 15 words', () => {
    const texts = questions.flatMap(({ fraga, dorrar, statliga = [], remiss = '' }) => [
      fraga,
      remiss,
      ...[...dorrar, ...statliga].map(({ varfor }) => varfor),
    ])
    const long = texts
      .flatMap((text) => text.split(/(?<=[.?])\s+/))
      .filter((sentence) => sentence.split(' ').length > 15)
    expect(long).to.deep.equal([])
  })
})
