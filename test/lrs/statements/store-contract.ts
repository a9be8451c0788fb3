import { expect } from 'chai'
import { LrsError } from '../../../lrs/errors.ts'
import type { PreparedStatement } from '../../../lrs/statements/store.ts'
import { prepared, refusalOf } from '../../support/prepared.ts'
import { agent, statement } from '../../support/statement.ts'
import { activity, answered, type OpenStore, storeUnderTest, voiding } from '../../support/store-under-test.ts'

/**
 * What every statement store does, whatever its engine.
 *
 * @param behind how far Consistent-Through may lie behind now, in milliseconds
 */
export function storeContract(name: string, open: () => Promise<OpenStore>, { behind = 1000 } = {}): void {
  describe(`${name}: statement store`, () => {
    const under = storeUnderTest(open)

    describe('append and get', () => {
      it('gives back the text that was stored, character by character', async () => {
        const [one] = await under.append(statement({ result: { response: 'Räksmörgås \u0000 😀 \ud800' } }))
        expect(await under.store.get('demo', one?.id ?? '')).to.equal(one?.json)
      })

      it('keeps what was acknowledged when it is opened again', async () => {
        const [one] = await under.append(statement())
        await under.reopen()
        expect(await under.store.get('demo', one?.id ?? '')).to.equal(one?.json)
        expect(await under.find()).to.deep.equal([one?.id])
      })

      it('changes nothing when the same statement comes again', async () => {
        const sent = statement()
        const [first] = await under.append(sent)
        await under.append(sent, statement())
        expect(await under.store.get('demo', first?.id ?? '')).to.equal(first?.json)
        expect(await under.find()).to.have.length(2)
      })

      it('says which statements are new', async () => {
        const [one, two] = [statement(), statement()]
        expect(await under.store.append('demo', prepared(under.store.now(), one))).to.deep.equal([one.id])
        const again = { ...one, id: String(one.id).toUpperCase() }
        expect(await under.store.append('demo', prepared(under.store.now(), again, two))).to.deep.equal([two.id])
        expect(await under.store.append('demo', prepared(under.store.now(), one, two))).to.deep.equal([])
      })

      it('refuses another statement with the same id, and nothing of its batch is stored', async () => {
        const kept = statement()
        const [first] = await under.append(kept)
        const batch = [answered('ny'), { ...kept, actor: agent('annan') }, answered('ny')]
        expect(await refusalOf(under.append(...batch))).to.include({ code: 'conflict' })
        expect(await under.find()).to.deep.equal([kept.id])
        expect(await under.store.get('demo', first?.id ?? '')).to.equal(first?.json)
      })

      it('says where in the batch the refused one is', async () => {
        const kept = statement()
        await under.append(kept)
        const refusal = await refusalOf(under.append(statement(), { ...kept, actor: agent('annan') }))
        expect(refusal).to.be.instanceOf(LrsError)
        expect((refusal as LrsError).issues.map(({ path }) => path)).to.deep.equal(['[1].id'])
      })

      it('finds by what only a refused batch had named before', async () => {
        const kept = statement()
        await under.append(kept)
        await refusalOf(under.append(answered('ny'), { ...kept, actor: agent('annan') }))
        const after = answered('ny')
        await under.append(after, answered('annan'))
        expect(await under.find({ agent: 'mbox|mailto:ny@example.org' })).to.deep.equal([after.id])
      })

      it('lets the batches of one turn fail and succeed apart', async () => {
        const kept = statement()
        await under.append(kept)
        const batches = [answered('a'), { ...kept, actor: agent('annan') }, answered('b')]
        const results = await Promise.allSettled(batches.map((one) => under.append(one)))
        expect(results.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled'])
        expect(await under.find({ ascending: true })).to.deep.equal([kept.id, batches[0]?.id, batches[2]?.id])
      })

      it('keeps a statement of nearly four mebibytes, and refuses a larger one with its batch', async () => {
        const wordy = (length: number) => answered('anna', { result: { response: 'å'.repeat(length) } })
        const [large] = await under.append(wordy(2_090_000))
        expect(await under.store.get('demo', large?.id ?? '')).to.equal(large?.json)
        expect(await refusalOf(under.append(statement(), wordy(2_100_000)))).to.include({ code: 'too-large' })
        const growing = answered('anna', { result: { response: '\u{1d160}'.repeat(700_000) } })
        expect(await refusalOf(under.append(growing))).to.include({ code: 'too-large' })
        expect(await under.find()).to.deep.equal([large?.id])
      })

      it('does not mind an empty batch', async () => {
        await under.store.append('demo', [])
        expect(await under.find()).to.deep.equal([])
      })
    })

    describe('municipalities', () => {
      it('may each have a statement of the same id, and see nothing of each other', async () => {
        const sent = answered('anna')
        const [mine] = await under.append(sent)
        const other = { ...sent, object: activity('annan') }
        const theirs = prepared(under.store.now(), other) as [PreparedStatement]
        await under.store.append('grannby', theirs)
        expect(await under.store.get('demo', mine?.id ?? '')).to.equal(mine?.json)
        expect(await under.store.get('grannby', theirs[0].id)).to.equal(theirs[0].json)
        expect(await under.find({ activity: activity('annan').id })).to.deep.equal([])
        expect((await under.store.facts('demo', {}, { limit: 9 })).rows.map(({ json }) => json)).to.deep.equal([
          mine?.json,
        ])
        expect(await under.store.distinctFacts('demo', 'object')).to.deep.equal([
          'https://example.org/activities/question-1',
        ])
        expect(
          await under.store.countFacts('grannby', { activity: 'https://example.org/activities/question-1' }),
        ).to.equal(0)
      })

      it('are not reached by the id of another one, nor by a void or reference to it', async () => {
        const one = answered('anna')
        await under.append(one)
        const voider = voiding(one)
        await under.store.append('grannby', prepared(under.store.now(), voider))
        expect(await under.store.get('grannby', String(one.id))).to.equal(undefined)
        expect(await under.store.get('grannby', String(one.id), { voided: true })).to.equal(undefined)
        expect(await under.find({ agent: 'mbox|mailto:anna@example.org' }, 'grannby')).to.deep.equal([])
        expect(await under.store.get('demo', String(one.id))).to.be.a('string')
      })

      it('refuse the cursor of another one', async () => {
        await under.append(statement(), statement())
        await under.store.append('grannby', prepared(under.store.now(), statement(), statement()))
        const { next: after = '' } = await under.store.find('demo', { limit: 1 })
        expect(await refusalOf(under.store.find('grannby', { limit: 1, after }))).to.include({ code: 'invalid' })
        const { next = '' } = await under.store.facts('demo', {}, { limit: 1 })
        expect(await refusalOf(under.store.facts('grannby', {}, { limit: 1, after: next }))).to.include({
          code: 'invalid',
        })
      })

      it('that have stored nothing have nothing', async () => {
        await under.append(statement())
        expect(await under.store.find('tom', { limit: 9 })).to.deep.equal({ statements: [] })
        expect(await under.store.facts('tom', {}, { limit: 9 })).to.deep.equal({ rows: [] })
        expect(await under.store.countAnswers('tom', {})).to.deep.equal([])
        expect(await under.store.distinctFacts('tom', 'verb')).to.deep.equal([])
      })
    })

    describe('consistentThrough', () => {
      it('lies before everything that is being stored', async () => {
        const batch = prepared(under.store.now(), statement())
        const storing = under.store.append('demo', batch)
        expect(under.store.consistentThrough() < (batch[0]?.stored ?? '')).to.equal(true)
        await storing
      })

      it('is never told before everything up to it can be found', async () => {
        const told: { until: string; count: number }[] = []
        const storing: Promise<unknown>[] = []
        for (let round = 0; round < 100; round++) {
          const until = under.store.consistentThrough()
          told.push({ until, count: (await under.find({ until })).length })
          const stored = under.store.now()
          expect(stored > until).to.equal(true)
          storing.push(under.store.append('demo', prepared(stored, statement())))
          if (round % 3 === 0) await storing.at(-1)
        }
        await Promise.all(storing)
        for (const { until, count } of told) expect(await under.find({ until }), until).to.have.length(count)
        expect(await under.find({ until: under.store.now() })).to.have.length(100)
      })

      it('is kept by refusing what was stored before something else', async () => {
        const early = prepared(under.store.now(), statement())
        await under.store.append('demo', prepared('2030-01-01T00:00:00.000Z', statement()))
        expect(await refusalOf(under.store.append('demo', early))).to.be.instanceOf(RangeError)
        expect(await under.find()).to.have.length(1)
      })

      it('catches up after a refused batch', async () => {
        const kept = statement()
        await under.append(kept)
        await refusalOf(under.append({ ...kept, actor: agent('annan') }))
        await under.append(statement())
        expect(Date.now() - Date.parse(under.store.consistentThrough())).to.be.below(behind)
      })

      it('and now do not go back when the store is opened again', async () => {
        const later = new Date(Date.now() + 3_600_000).toISOString()
        await under.store.append('demo', prepared(later, statement()))
        await under.reopen()
        expect(under.store.now() >= later).to.equal(true)
      })
    })
  })
}
