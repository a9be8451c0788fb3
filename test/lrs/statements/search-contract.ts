import { expect } from 'chai'
import { prepared, preparedBy, refusalOf } from '../../support/prepared.ts'
import { agent, statement, uuid } from '../../support/statement.ts'
import {
  about,
  activity,
  answered,
  idsOf,
  type OpenStore,
  storeUnderTest,
  verb,
  voiding,
} from '../../support/store-under-test.ts'

/**
 * How every statement store answers GET of statements (Communication 2.1.3), voiding and references included.
 *
 * @param many how many statements are more than an engine keeps together
 */
export function searchContract(name: string, open: () => Promise<OpenStore>, { many = 9000 } = {}): void {
  describe(`${name}: search`, () => {
    const under = storeUnderTest(open)

    describe('find', () => {
      it('gives the newest first, or the oldest', async () => {
        const all = [statement(), statement(), statement()]
        for (const one of all) await under.append(one)
        const ids = all.map(({ id }) => id)
        expect(await under.find()).to.deep.equal([...ids].reverse())
        expect(await under.find({ ascending: true })).to.deep.equal(ids)
      })

      it('finds by agent, verb, activity and registration', async () => {
        const registration = uuid()
        const one = statement({
          actor: agent('anna'),
          verb: { id: verb('passed') },
          object: activity('prov'),
          context: { registration },
        })
        await under.append(statement(), one, statement())
        expect(await under.find({ agent: 'mbox|mailto:anna@example.org' })).to.deep.equal([one.id])
        expect(await under.find({ verb: verb('passed') })).to.deep.equal([one.id])
        expect(await under.find({ activity: activity('prov').id })).to.deep.equal([one.id])
        expect(await under.find({ registration })).to.deep.equal([one.id])
      })

      it('takes all filters together', async () => {
        const both = answered('anna', { verb: { id: verb('passed') } })
        await under.append(answered('anna'), both, answered('bo', { verb: { id: verb('passed') } }))
        expect(await under.find({ agent: 'mbox|mailto:anna@example.org', verb: verb('passed') })).to.deep.equal([
          both.id,
        ])
      })

      it('finds nothing by what no statement has, also beside a filter that matches', async () => {
        await under.append(answered('anna'))
        expect(await under.find({ verb: verb('nowhere') })).to.deep.equal([])
        expect(await under.find({ agent: 'mbox|mailto:anna@example.org', verb: verb('nowhere') })).to.deep.equal([])
      })

      it('finds related agents and activities only when asked to', async () => {
        const one = statement({
          context: { instructor: agent('lärare'), contextActivities: { grouping: [activity('kurs')] } },
        })
        await under.append(one, statement())
        const instructor = { agent: 'mbox|mailto:lärare@example.org' }
        const course = { activity: activity('kurs').id }
        expect(await under.find(instructor)).to.deep.equal([])
        expect(await under.find(course)).to.deep.equal([])
        expect(await under.find({ ...instructor, relatedAgents: true })).to.deep.equal([one.id])
        expect(await under.find({ ...course, relatedActivities: true })).to.deep.equal([one.id])
      })

      it('counts what is named directly as related too', async () => {
        const one = answered('anna', { object: activity('prov') })
        await under.append(one, statement())
        expect(await under.find({ agent: 'mbox|mailto:anna@example.org', relatedAgents: true })).to.deep.equal([one.id])
        expect(await under.find({ activity: activity('prov').id, relatedActivities: true })).to.deep.equal([one.id])
      })

      it('finds by authority what was sent with it, and nothing that only names it', async () => {
        const authority = 'account|https://lrs.example.org|annan'
        const account = { homePage: 'https://lrs.example.org', name: 'annan' }
        const mine = answered('anna')
        await under.store.append('demo', preparedBy('annan', under.store.now(), mine))
        await under.append(
          about(mine),
          answered('anna', { context: { instructor: { account } } }),
          answered('anna', { actor: { account } }),
        )
        expect(await under.find({ authority })).to.deep.equal([mine.id])
        expect(await under.find({ authority, agent: 'mbox|mailto:anna@example.org' })).to.deep.equal([mine.id])
        expect(await under.find({ authority, agent: 'mbox|mailto:bo@example.org' })).to.deep.equal([])
        expect(await under.find({ authority: 'account|https://lrs.example.org|ingen' })).to.deep.equal([])
        expect(await under.find({ authority }, 'grannby')).to.deep.equal([])
      })

      it('finds by authority page by page', async () => {
        const mine = [statement(), statement(), statement()]
        for (const one of mine) {
          await under.store.append('demo', preparedBy('annan', under.store.now(), one))
          await under.append(about(one))
        }
        const filter = { authority: 'account|https://lrs.example.org|annan', limit: 2 }
        const first = await under.store.find('demo', filter)
        const second = await under.store.find('demo', { ...filter, after: first.next })
        expect(idsOf([...first.statements, ...second.statements])).to.deep.equal(mine.map(({ id }) => id).reverse())
        expect(second.next).to.equal(undefined)
      })

      it('keeps names apart that differ in a lone surrogate only', async () => {
        const account = (name: string) => ({ account: { homePage: 'https://example.org', name } })
        const all = ['\ud800', '\ud801', '\ufffd'].map((name) => statement({ actor: account(name) }))
        const batch = await under.append(...all)
        for (const { id, facts } of batch) expect(await under.find({ agent: facts.actor })).to.deep.equal([id])
      })

      it('takes since as exclusive and until as inclusive', async () => {
        const instants = ['2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.001Z', '2030-01-01T00:00:00.002Z']
        const batches = instants.map((stored) => prepared(stored, statement()))
        for (const batch of batches) await under.store.append('demo', batch)
        const ids = batches.map(([one]) => one?.id)
        const [first, second, third] = instants
        expect(await under.find({ since: first })).to.deep.equal([ids[2], ids[1]])
        expect(await under.find({ until: second })).to.deep.equal([ids[1], ids[0]])
        expect(await under.find({ since: first, until: second })).to.deep.equal([ids[1]])
        expect(await under.find({ since: third })).to.deep.equal([])
        expect(await under.find({ until: '2029-01-01T00:00:00.000Z' })).to.deep.equal([])
        expect(await under.find({ since: first, until: second, verb: verb('answered') })).to.deep.equal([ids[1]])
      })
    })

    describe('pages', () => {
      for (const ascending of [false, true]) {
        for (const filter of [{}, { verb: verb('answered') }]) {
          const title = `${ascending ? 'oldest' : 'newest'} first, ${JSON.stringify(filter)}`
          it(`show every statement once while others are being stored: ${title}`, async () => {
            const all = Array.from({ length: 7 }, () => statement())
            for (const one of all) await under.append(one)
            const seen: string[] = []
            let after: string | undefined
            do {
              const page = await under.store.find('demo', { ...filter, ascending, limit: 3, ...(after && { after }) })
              seen.push(...idsOf(page.statements))
              after = page.next
              await under.append(statement(), statement())
              if (seen.length === 3) await under.reopen()
            } while (after)
            const ids = all.map(({ id }) => id)
            expect(seen).to.deep.equal(ascending ? ids : ids.reverse())
          })
        }
      }

      it('have no next when the last statement is shown', async () => {
        await under.append(statement(), statement())
        expect(await under.store.find('demo', { limit: 2 })).not.to.have.property('next')
        expect(await under.store.find('demo', { limit: 1 })).to.have.property('next')
      })

      it('refuse a cursor that is none', async () => {
        await under.append(statement())
        for (const after of ['', 'x', '1', '1.2', '-1.2.3', '1.2.3.4', '1.2.3 ', '9'.repeat(40)]) {
          expect(await refusalOf(under.store.find('demo', { limit: 1, after })), after).to.include({ code: 'invalid' })
        }
      })

      it(`go on through ${many} statements`, async () => {
        const places = [2, 4095, 4096, 8191, 8999].map((index) => Math.floor((index * many) / 9000))
        const rare = [...new Set(places)]
        const all = Array.from({ length: many }, (_, index) => answered(rare.includes(index) ? 'rar' : 'vanlig'))
        for (let start = 0; start < all.length; start += 3000) await under.append(...all.slice(start, start + 3000))
        const ids = rare.map((index) => all[index]?.id)
        const wanted = { agent: 'mbox|mailto:rar@example.org', verb: verb('answered') }
        expect(await under.find({ ...wanted, ascending: true })).to.deep.equal(ids)
        expect(await under.find(wanted)).to.deep.equal([...ids].reverse())
        const first = await under.store.find('demo', { ...wanted, limit: 2 })
        const second = await under.store.find('demo', { ...wanted, limit: 3, after: first.next ?? '' })
        expect(idsOf([...first.statements, ...second.statements])).to.deep.equal([...ids].reverse())
        expect(second).not.to.have.property('next')
      })
    })

    describe('voiding', () => {
      it('hides the voided statement, which is then found as voided only', async () => {
        const one = statement()
        const other = statement()
        const [stored] = await under.append(one, other)
        const voider = voiding(one)
        await under.append(voider)
        expect(await under.find()).to.deep.equal([voider.id, other.id])
        expect(await under.store.get('demo', String(one.id))).to.equal(undefined)
        expect(await under.store.get('demo', String(one.id), { voided: true })).to.equal(stored?.json)
        expect(await under.store.get('demo', String(other.id), { voided: true })).to.equal(undefined)
      })

      it('works on a statement that comes later', async () => {
        const late = statement()
        const voider = voiding(late)
        await under.append(voider)
        await under.append(late)
        expect(await under.find()).to.deep.equal([voider.id])
        expect(await under.store.get('demo', String(late.id), { voided: true })).to.be.a('string')
      })

      it('works inside one batch, whichever comes first', async () => {
        const one = statement()
        const two = statement()
        const voiders = [voiding(one), voiding(two)]
        await under.append(one, ...voiders, two)
        expect(await under.find({ ascending: true })).to.deep.equal(voiders.map(({ id }) => id))
      })

      it('does nothing to a voiding statement, whichever comes first', async () => {
        const one = statement()
        const voider = voiding(one)
        const again = voiding(voider)
        await under.append(one, voider, again)
        expect(await under.find()).to.deep.equal([again.id, voider.id])
        const early = voiding({ id: uuid() })
        const earlier = voiding(early)
        await under.append(earlier, early)
        expect(await under.store.get('demo', String(early.id))).to.be.a('string')
      })

      it('needs the voiding verb: an ordinary reference voids nothing', async () => {
        const one = statement()
        const comment = about(one)
        await under.append(comment, one)
        expect(await under.find()).to.deep.equal([one.id, comment.id])
      })
    })

    describe('references', () => {
      it('make a statement match what its target matches, also when that is voided', async () => {
        const one = answered('anna', { verb: { id: verb('passed') } })
        const comment = about(one)
        const voider = voiding(one)
        await under.append(one, comment, voider)
        expect(await under.find({ verb: verb('passed') })).to.deep.equal([voider.id, comment.id])
        expect(await under.find({ agent: 'mbox|mailto:anna@example.org' })).to.deep.equal([voider.id, comment.id])
        const later = about(one)
        await under.append(later)
        expect(await under.find({ verb: verb('passed') })).to.deep.equal([later.id, voider.id, comment.id])
      })

      it('reach through chains, in whatever order the statements come', async () => {
        for (const order of [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ]) {
          const name = `kedja${order.join('')}`
          const one = answered(name)
          const two = about(one)
          const chain = [one, two, about(two)]
          for (const index of order) await under.append(chain[index] ?? {})
          const found = await under.find({ agent: `mbox|mailto:${name}@example.org`, ascending: true })
          expect(found, name).to.deep.equal(order.map((index) => chain[index]?.id))
        }
      })

      it('are followed for a hundred steps, in whatever order the statements come', async () => {
        for (const name of ['framåt', 'bakåt']) {
          const chain = [answered(name)]
          while (chain.length < 103) chain.push(about(chain.at(-1) ?? {}))
          await under.append(...(name === 'framåt' ? chain : [...chain].reverse()))
          const found = await under.find({ agent: `mbox|mailto:${name}@example.org`, limit: 300 })
          expect(new Set(found), name).to.deep.equal(new Set(chain.slice(0, 101).map(({ id }) => id)))
        }
      })

      it('that go in a circle come to an end', async () => {
        const [first, second] = [uuid(), uuid()]
        const one = about({ id: second }, { id: first, actor: agent('anna') })
        const two = about({ id: first }, { id: second, actor: agent('bo') })
        const self = uuid()
        await under.append(one, two, about({ id: self }, { id: self }))
        expect(await under.find({ agent: 'mbox|mailto:anna@example.org' })).to.deep.equal([second, first])
        expect(await under.find({ agent: 'mbox|mailto:bo@example.org' })).to.deep.equal([second, first])
      })
    })
  })
}
