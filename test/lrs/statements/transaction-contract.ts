import { expect } from 'chai'
import type { StatementStore } from '../../../lrs/statements/store.ts'
import { prepared } from '../../support/prepared.ts'
import { agent, type Json, statement } from '../../support/statement.ts'
import { about, answered, idsOf, verb, voiding } from '../../support/store-under-test.ts'

/** Several stores over one empty database, as several servers have them. */
export interface OpenStores {
  stores: [StatementStore, StatementStore, StatementStore]
  /** The first store's next search for what is stored finds nothing, as when that comes a moment later. */
  overlookOnce(): void
  close(): Promise<void>
}

const rounds = 10

function reasonsOf(outcomes: PromiseSettledResult<unknown>[]) {
  return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
}

/**
 * What stores do that share a server with transactions.
 *
 * @param single a server of the tests that has transactions, but cannot keep two at once apart
 */
export function transactionContract(name: string, open: () => Promise<OpenStores>, { single = false } = {}): void {
  describe(`${name}: transactions`, () => {
    let opened: OpenStores

    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened?.close())

    const append = (store: StatementStore, ...batch: Json[]) => store.append('demo', prepared(store.now(), ...batch))
    /** Each store appends its batch, all at the same time. */
    const atOnce = (batchOf: (index: number) => Json[]) =>
      Promise.allSettled(opened.stores.map((store, index) => append(store, ...batchOf(index))))
    const find = async (filter = {}) =>
      idsOf((await opened.stores[0].find('demo', { limit: 500, ...filter })).statements)

    describe('one after the other', () => {
      it('store a batch with all its effects, for every server to see', async () => {
        const [store, other, third] = opened.stores
        const [early, late] = [answered('anna'), answered('bo')]
        const comment = about(late, { actor: agent('chef') })
        await append(store, comment, early)
        const added = await append(other, voiding(early), late, early)
        expect(added).to.have.length(2)
        expect(await find({ agent: 'mbox|mailto:bo@example.org' })).to.deep.equal([late.id, comment.id])
        expect(await third.get('demo', String(early.id))).to.equal(undefined)
        expect(await third.get('demo', String(early.id), { voided: true })).to.be.a('string')
      })

      it('keep nothing of a batch that meets another statement with one of its ids', async () => {
        const [store, other] = opened.stores
        const kept = answered('anna')
        await append(other, kept)
        const batch = [voiding(kept), about(kept), { ...kept, actor: agent('annan') }, statement()]
        const [outcome] = await Promise.allSettled([append(store, ...batch)])
        expect(outcome).to.have.nested.property('reason.code', 'conflict')
        expect(await find()).to.deep.equal([kept.id])
        expect(await find({ agent: 'mbox|mailto:anna@example.org' })).to.deep.equal([kept.id])
      })

      it('take back what of a batch is written when another statement was faster, and try again', async () => {
        const [store, other] = opened.stores
        const [kept, same] = [statement(), statement()]
        await append(other, kept, same)
        const batch = [statement(), { ...kept, actor: agent('annan') }, statement()]
        opened.overlookOnce()
        const [outcome] = await Promise.allSettled([append(store, ...batch)])
        expect(outcome).to.have.nested.property('reason.code', 'conflict')
        expect(await find()).to.have.members([kept.id, same.id])

        const late = [statement(), same, statement()]
        opened.overlookOnce()
        expect(await append(store, ...late)).to.have.members([late[0]?.id, late[2]?.id])
        expect(await find()).to.have.members([kept.id, ...late.map(({ id }) => id)])
      })
    })

    describe(`at once${single ? ' (a single server cannot keep them apart)' : ''}`, () => {
      before(function () {
        if (single) this.skip()
      })

      it('let the same batch come from everywhere at once, and store it once', async () => {
        for (let round = 0; round < rounds; round++) {
          const batch = [statement(), statement(), statement()]
          const outcomes = await atOnce(() => batch)
          expect(reasonsOf(outcomes)).to.deep.equal([])
          const added = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
          expect(added).to.have.members(batch.map(({ id }) => id))
        }
        const found = await find()
        expect(found).to.have.length(rounds * 3)
        expect(new Set(found).size).to.equal(rounds * 3)
      })

      it('let one of several batches win that share an id, and keep nothing of the others', async () => {
        for (let round = 0; round < rounds; round++) {
          const shared = statement()
          const batches = [0, 1, 2].map((index) => {
            const mine = { ...shared, actor: agent(`${round}-${index}`) }
            return index === 1 ? [mine, statement(), statement()] : [statement(), statement(), mine]
          })
          const outcomes = await atOnce((index) => batches[index] ?? [])
          expect(reasonsOf(outcomes).map(({ code }) => code)).to.deep.equal(['conflict', 'conflict'])
          const winner: Json[] = batches[outcomes.findIndex(({ status }) => status === 'fulfilled')] ?? []
          expect((await find({ limit: 3 })).sort()).to.deep.equal(winner.map(({ id }) => id).sort())
        }
        expect(await find()).to.have.length(rounds * 3)
      })

      it('let a reference and its target find each other, though they come at the same time', async () => {
        for (let round = 0; round < rounds; round++) {
          const target = answered(`runda${round}`)
          const comment = about(target)
          const batches = [[target], [comment, statement()], [about(comment)]]
          const outcomes = await atOnce((index) => batches[(index + round) % 3] ?? [])
          expect(reasonsOf(outcomes)).to.deep.equal([])
          expect(await find({ agent: `mbox|mailto:runda${round}@example.org` }), `${round}`).to.have.length(3)
        }
      })

      it('let a void reach its target, though they come at the same time', async () => {
        const voided: Json[] = []
        for (let round = 0; round < rounds; round++) {
          const target = statement()
          voided.push(target)
          const batches = [[target, statement()], [voiding(target)], [target]]
          const outcomes = await atOnce((index) => batches[(index + round) % 3] ?? [])
          expect(reasonsOf(outcomes)).to.deep.equal([])
        }
        const found = await find()
        expect(voided.filter(({ id }) => found.includes(String(id)))).to.deep.equal([])
        expect(await find({ verb: verb('voided') })).to.have.length(rounds)
      })
    })
  })
}
