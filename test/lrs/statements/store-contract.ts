import { expect } from 'chai'
import { LrsError } from '../../../lrs/errors.ts'
import type { PreparedStatement, StatementFilter, StatementStore } from '../../../lrs/statements/store.ts'
import { prepared, refusalOf } from '../../support/prepared.ts'
import { agent, type Json, statement, uuid } from '../../support/statement.ts'

export interface OpenStore {
  store: StatementStore
  /** Closes the store and opens it again over what is on disk. */
  reopen(): Promise<StatementStore>
  close(): Promise<void>
}

const verb = (name: string) => `http://adlnet.gov/expapi/verbs/${name}`
const activity = (name: string) => ({ id: `https://example.org/activities/${name}` })
const reference = (target: Json) => ({ objectType: 'StatementRef', id: target.id })
const answered = (name: string, changes: Json = {}) => statement({ actor: agent(name), ...changes })
const about = (target: Json, changes: Json = {}) =>
  statement({ verb: { id: verb('confirmed') }, actor: agent('chef'), object: reference(target), ...changes })
const voiding = (target: Json) => about(target, { verb: { id: verb('voided') } })

/** What every statement store does, whatever its engine. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: statement store`, () => {
    let opened: OpenStore
    let store: StatementStore

    const append = async (...statements: Json[]) => {
      const batch = prepared(store.now(), ...statements)
      await store.append('demo', batch)
      return batch
    }
    const idsOf = (texts: string[]) => texts.map((text) => JSON.parse(text).id)
    const find = async (filter: Partial<StatementFilter> = {}, municipality = 'demo') =>
      idsOf((await store.find(municipality, { limit: 100, ...filter })).statements)
    const factIds = async (filter = {}) => (await store.facts('demo', filter, { limit: 100 })).rows.map(({ id }) => id)

    beforeEach(async () => {
      opened = await open()
      store = opened.store
    })
    afterEach(() => opened.close())

    describe('append and get', () => {
      it('gives back the text that was stored, character by character', async () => {
        const [one] = await append(statement({ result: { response: 'Räksmörgås \u0000 😀 \ud800' } }))
        expect(await store.get('demo', one?.id ?? '')).to.equal(one?.json)
      })

      it('keeps what was acknowledged when it is opened again', async () => {
        const [one] = await append(statement())
        store = await opened.reopen()
        expect(await store.get('demo', one?.id ?? '')).to.equal(one?.json)
        expect(await find()).to.deep.equal([one?.id])
      })

      it('changes nothing when the same statement comes again', async () => {
        const sent = statement()
        const [first] = await append(sent)
        await append(sent, statement())
        expect(await store.get('demo', first?.id ?? '')).to.equal(first?.json)
        expect(await find()).to.have.length(2)
      })

      it('refuses another statement with the same id, and nothing of its batch is stored', async () => {
        const kept = statement()
        const [first] = await append(kept)
        const batch = [answered('ny'), { ...kept, actor: agent('annan') }, answered('ny')]
        expect(await refusalOf(append(...batch))).to.include({ code: 'conflict' })
        expect(await find()).to.deep.equal([kept.id])
        expect(await store.get('demo', first?.id ?? '')).to.equal(first?.json)
      })

      it('says where in the batch the refused one is', async () => {
        const kept = statement()
        await append(kept)
        const refusal = await refusalOf(append(statement(), { ...kept, actor: agent('annan') }))
        expect(refusal).to.be.instanceOf(LrsError)
        expect((refusal as LrsError).issues.map(({ path }) => path)).to.deep.equal(['[1].id'])
      })

      it('finds by what only a refused batch had named before', async () => {
        const kept = statement()
        await append(kept)
        await refusalOf(append(answered('ny'), { ...kept, actor: agent('annan') }))
        const after = answered('ny')
        await append(after, answered('annan'))
        expect(await find({ agent: 'mbox|mailto:ny@example.org' })).to.deep.equal([after.id])
      })

      it('lets the batches of one turn fail and succeed apart', async () => {
        const kept = statement()
        await append(kept)
        const batches = [answered('a'), { ...kept, actor: agent('annan') }, answered('b')]
        const results = await Promise.allSettled(batches.map((one) => append(one)))
        expect(results.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled'])
        expect(await find({ ascending: true })).to.deep.equal([kept.id, batches[0]?.id, batches[2]?.id])
      })

      it('does not mind an empty batch', async () => {
        await store.append('demo', [])
        expect(await find()).to.deep.equal([])
      })
    })

    describe('find', () => {
      it('gives the newest first, or the oldest', async () => {
        const all = [statement(), statement(), statement()]
        for (const one of all) await append(one)
        const ids = all.map(({ id }) => id)
        expect(await find()).to.deep.equal([...ids].reverse())
        expect(await find({ ascending: true })).to.deep.equal(ids)
      })

      it('finds by agent, verb, activity and registration', async () => {
        const registration = uuid()
        const one = statement({
          actor: agent('anna'),
          verb: { id: verb('passed') },
          object: activity('prov'),
          context: { registration },
        })
        await append(statement(), one, statement())
        expect(await find({ agent: 'mbox|mailto:anna@example.org' })).to.deep.equal([one.id])
        expect(await find({ verb: verb('passed') })).to.deep.equal([one.id])
        expect(await find({ activity: activity('prov').id })).to.deep.equal([one.id])
        expect(await find({ registration })).to.deep.equal([one.id])
      })

      it('takes all filters together', async () => {
        const both = answered('anna', { verb: { id: verb('passed') } })
        await append(answered('anna'), both, answered('bo', { verb: { id: verb('passed') } }))
        expect(await find({ agent: 'mbox|mailto:anna@example.org', verb: verb('passed') })).to.deep.equal([both.id])
      })

      it('finds nothing by what no statement has, also beside a filter that matches', async () => {
        await append(answered('anna'))
        expect(await find({ verb: verb('nowhere') })).to.deep.equal([])
        expect(await find({ agent: 'mbox|mailto:anna@example.org', verb: verb('nowhere') })).to.deep.equal([])
      })

      it('finds related agents and activities only when asked to', async () => {
        const one = statement({
          context: { instructor: agent('lärare'), contextActivities: { grouping: [activity('kurs')] } },
        })
        await append(one, statement())
        const instructor = { agent: 'mbox|mailto:lärare@example.org' }
        const course = { activity: activity('kurs').id }
        expect(await find(instructor)).to.deep.equal([])
        expect(await find(course)).to.deep.equal([])
        expect(await find({ ...instructor, relatedAgents: true })).to.deep.equal([one.id])
        expect(await find({ ...course, relatedActivities: true })).to.deep.equal([one.id])
      })

      it('counts what is named directly as related too', async () => {
        const one = answered('anna', { object: activity('prov') })
        await append(one, statement())
        expect(await find({ agent: 'mbox|mailto:anna@example.org', relatedAgents: true })).to.deep.equal([one.id])
        expect(await find({ activity: activity('prov').id, relatedActivities: true })).to.deep.equal([one.id])
      })

      it('keeps names apart that differ in a lone surrogate only', async () => {
        const account = (name: string) => ({ account: { homePage: 'https://example.org', name } })
        const all = ['\ud800', '\ud801', '\ufffd'].map((name) => statement({ actor: account(name) }))
        const batch = await append(...all)
        for (const { id, facts } of batch) expect(await find({ agent: facts.actor })).to.deep.equal([id])
      })

      it('takes since as exclusive and until as inclusive', async () => {
        const instants = ['2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.001Z', '2030-01-01T00:00:00.002Z']
        const batches = instants.map((stored) => prepared(stored, statement()))
        for (const batch of batches) await store.append('demo', batch)
        const ids = batches.map(([one]) => one?.id)
        const [first, second, third] = instants
        expect(await find({ since: first })).to.deep.equal([ids[2], ids[1]])
        expect(await find({ until: second })).to.deep.equal([ids[1], ids[0]])
        expect(await find({ since: first, until: second })).to.deep.equal([ids[1]])
        expect(await find({ since: third })).to.deep.equal([])
        expect(await find({ until: '2029-01-01T00:00:00.000Z' })).to.deep.equal([])
        expect(await find({ since: first, until: second, verb: verb('answered') })).to.deep.equal([ids[1]])
      })
    })

    describe('pages', () => {
      for (const ascending of [false, true]) {
        for (const filter of [{}, { verb: verb('answered') }]) {
          const title = `${ascending ? 'oldest' : 'newest'} first, ${JSON.stringify(filter)}`
          it(`show every statement once while others are being stored: ${title}`, async () => {
            const all = Array.from({ length: 7 }, () => statement())
            for (const one of all) await append(one)
            const seen: string[] = []
            let after: string | undefined
            do {
              const page = await store.find('demo', { ...filter, ascending, limit: 3, ...(after && { after }) })
              seen.push(...idsOf(page.statements))
              after = page.next
              await append(statement(), statement())
              if (seen.length === 3) store = await opened.reopen()
            } while (after)
            const ids = all.map(({ id }) => id)
            expect(seen).to.deep.equal(ascending ? ids : ids.reverse())
          })
        }
      }

      it('have no next when the last statement is shown', async () => {
        await append(statement(), statement())
        expect(await store.find('demo', { limit: 2 })).not.to.have.property('next')
        expect(await store.find('demo', { limit: 1 })).to.have.property('next')
      })

      it('refuse a cursor that is none', async () => {
        await append(statement())
        for (const after of ['', 'x', '1', '1.2', '-1.2.3', '1.2.3.4', '1.2.3 ', '9'.repeat(40)]) {
          expect(await refusalOf(store.find('demo', { limit: 1, after })), after).to.include({ code: 'invalid' })
        }
      })

      it('go on through thousands of statements', async () => {
        const rare = [2, 4095, 4096, 8191, 8999]
        const all = Array.from({ length: 9000 }, (_, index) => answered(rare.includes(index) ? 'rar' : 'vanlig'))
        for (let start = 0; start < all.length; start += 3000) await append(...all.slice(start, start + 3000))
        const ids = rare.map((index) => all[index]?.id)
        const wanted = { agent: 'mbox|mailto:rar@example.org', verb: verb('answered') }
        expect(await find({ ...wanted, ascending: true })).to.deep.equal(ids)
        expect(await find(wanted)).to.deep.equal([...ids].reverse())
        const first = await store.find('demo', { ...wanted, limit: 2 })
        const second = await store.find('demo', { ...wanted, limit: 3, after: first.next ?? '' })
        expect(idsOf([...first.statements, ...second.statements])).to.deep.equal([...ids].reverse())
        expect(second).not.to.have.property('next')
      })
    })

    describe('voiding', () => {
      it('hides the voided statement, which is then found as voided only', async () => {
        const one = statement()
        const other = statement()
        const [stored] = await append(one, other)
        const voider = voiding(one)
        await append(voider)
        expect(await find()).to.deep.equal([voider.id, other.id])
        expect(await store.get('demo', String(one.id))).to.equal(undefined)
        expect(await store.get('demo', String(one.id), { voided: true })).to.equal(stored?.json)
        expect(await store.get('demo', String(other.id), { voided: true })).to.equal(undefined)
      })

      it('works on a statement that comes later', async () => {
        const late = statement()
        const voider = voiding(late)
        await append(voider)
        await append(late)
        expect(await find()).to.deep.equal([voider.id])
        expect(await store.get('demo', String(late.id), { voided: true })).to.be.a('string')
      })

      it('works inside one batch, whichever comes first', async () => {
        const one = statement()
        const two = statement()
        const voiders = [voiding(one), voiding(two)]
        await append(one, ...voiders, two)
        expect(await find({ ascending: true })).to.deep.equal(voiders.map(({ id }) => id))
      })

      it('does nothing to a voiding statement, whichever comes first', async () => {
        const one = statement()
        const voider = voiding(one)
        const again = voiding(voider)
        await append(one, voider, again)
        expect(await find()).to.deep.equal([again.id, voider.id])
        const early = voiding({ id: uuid() })
        const earlier = voiding(early)
        await append(earlier, early)
        expect(await store.get('demo', String(early.id))).to.be.a('string')
      })

      it('needs the voiding verb: an ordinary reference voids nothing', async () => {
        const one = statement()
        const comment = about(one)
        await append(comment, one)
        expect(await find()).to.deep.equal([one.id, comment.id])
      })
    })

    describe('references', () => {
      it('make a statement match what its target matches, also when that is voided', async () => {
        const one = answered('anna', { verb: { id: verb('passed') } })
        const comment = about(one)
        const voider = voiding(one)
        await append(one, comment, voider)
        expect(await find({ verb: verb('passed') })).to.deep.equal([voider.id, comment.id])
        expect(await find({ agent: 'mbox|mailto:anna@example.org' })).to.deep.equal([voider.id, comment.id])
        const later = about(one)
        await append(later)
        expect(await find({ verb: verb('passed') })).to.deep.equal([later.id, voider.id, comment.id])
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
          for (const index of order) await append(chain[index] ?? {})
          const found = await find({ agent: `mbox|mailto:${name}@example.org`, ascending: true })
          expect(found, name).to.deep.equal(order.map((index) => chain[index]?.id))
        }
      })

      it('that go in a circle come to an end', async () => {
        const [first, second] = [uuid(), uuid()]
        const one = about({ id: second }, { id: first, actor: agent('anna') })
        const two = about({ id: first }, { id: second, actor: agent('bo') })
        const self = uuid()
        await append(one, two, about({ id: self }, { id: self }))
        expect(await find({ agent: 'mbox|mailto:anna@example.org' })).to.deep.equal([second, first])
        expect(await find({ agent: 'mbox|mailto:bo@example.org' })).to.deep.equal([second, first])
      })
    })

    describe('municipalities', () => {
      it('may each have a statement of the same id, and see nothing of each other', async () => {
        const sent = answered('anna')
        const [mine] = await append(sent)
        const other = { ...sent, object: activity('annan') }
        const theirs = prepared(store.now(), other) as [PreparedStatement]
        await store.append('grannby', theirs)
        expect(await store.get('demo', mine?.id ?? '')).to.equal(mine?.json)
        expect(await store.get('grannby', theirs[0].id)).to.equal(theirs[0].json)
        expect(await find({ activity: activity('annan').id })).to.deep.equal([])
        expect((await store.facts('demo', {}, { limit: 9 })).rows.map(({ json }) => json)).to.deep.equal([mine?.json])
        expect(await store.distinctFacts('demo', 'object')).to.deep.equal(['https://example.org/activities/question-1'])
        expect(await store.countFacts('grannby', { activity: 'https://example.org/activities/question-1' })).to.equal(0)
      })

      it('are not reached by the id of another one, nor by a void or reference to it', async () => {
        const one = answered('anna')
        await append(one)
        const voider = voiding(one)
        await store.append('grannby', prepared(store.now(), voider))
        expect(await store.get('grannby', String(one.id))).to.equal(undefined)
        expect(await store.get('grannby', String(one.id), { voided: true })).to.equal(undefined)
        expect(await find({ agent: 'mbox|mailto:anna@example.org' }, 'grannby')).to.deep.equal([])
        expect(await store.get('demo', String(one.id))).to.be.a('string')
      })

      it('refuse the cursor of another one', async () => {
        await append(statement(), statement())
        await store.append('grannby', prepared(store.now(), statement(), statement()))
        const { next: after = '' } = await store.find('demo', { limit: 1 })
        expect(await refusalOf(store.find('grannby', { limit: 1, after }))).to.include({ code: 'invalid' })
        const { next = '' } = await store.facts('demo', {}, { limit: 1 })
        expect(await refusalOf(store.facts('grannby', {}, { limit: 1, after: next }))).to.include({ code: 'invalid' })
      })

      it('that have stored nothing have nothing', async () => {
        await append(statement())
        expect(await store.find('tom', { limit: 9 })).to.deep.equal({ statements: [] })
        expect(await store.facts('tom', {}, { limit: 9 })).to.deep.equal({ rows: [] })
        expect(await store.countAnswers('tom', {})).to.deep.equal([])
        expect(await store.distinctFacts('tom', 'verb')).to.deep.equal([])
      })
    })

    describe('consistentThrough', () => {
      it('lies before everything that is being stored', async () => {
        const batch = prepared(store.now(), statement())
        const storing = store.append('demo', batch)
        expect(store.consistentThrough() < (batch[0]?.stored ?? '')).to.equal(true)
        await storing
      })

      it('is never told before everything up to it can be found', async () => {
        const told: { until: string; count: number }[] = []
        const storing: Promise<void>[] = []
        for (let round = 0; round < 100; round++) {
          const until = store.consistentThrough()
          told.push({ until, count: (await find({ until })).length })
          const stored = store.now()
          expect(stored > until).to.equal(true)
          storing.push(store.append('demo', prepared(stored, statement())))
          if (round % 3 === 0) await storing.at(-1)
        }
        await Promise.all(storing)
        for (const { until, count } of told) expect(await find({ until }), until).to.have.length(count)
        expect(await find({ until: store.now() })).to.have.length(100)
      })

      it('catches up after a refused batch', async () => {
        const kept = statement()
        await append(kept)
        await refusalOf(append({ ...kept, actor: agent('annan') }))
        await append(statement())
        expect(Date.now() - Date.parse(store.consistentThrough())).to.be.below(1000)
      })

      it('and now do not go back when the store is opened again', async () => {
        const later = new Date(Date.now() + 3_600_000).toISOString()
        await store.append('demo', prepared(later, statement()))
        store = await opened.reopen()
        expect(store.now() >= later).to.equal(true)
      })
    })

    describe('facts', () => {
      const base = 'https://foretagslots.example/xapi/'
      const question = (id: string, changes: Json = {}) => ({
        extensions: { [`${base}ext/question`]: id, [`${base}ext/revision`]: 2, [`${base}ext/law-date`]: '2026-07-01' },
        contextActivities: { parent: [{ id: `${base}activities/module/M1` }] },
        ...changes,
      })

      it('say what the statement says', async () => {
        const one = answered('anna', {
          object: { ...activity('fråga'), definition: { type: `${base}type` } },
          context: question('Q-M1-1'),
          result: {
            success: false,
            completion: true,
            score: { scaled: 0.5 },
            duration: 'PT1M2.5S',
            response: 'a[,]c',
          },
        })
        const [stored] = await append(one)
        const { rows } = await store.facts('demo', {}, { limit: 9 })
        expect(rows).to.deep.equal([
          {
            id: one.id,
            timestamp: one.timestamp,
            stored: stored?.stored,
            json: stored?.json,
            actor: 'mbox|mailto:anna@example.org',
            verb: verb('answered'),
            object: activity('fråga').id,
            objectType: `${base}type`,
            success: false,
            completion: true,
            scaled: 0.5,
            seconds: 62.5,
            response: 'a[,]c',
            module: 'M1',
            question: 'Q-M1-1',
            revision: 2,
            try: undefined,
            lawDate: '2026-07-01',
          },
        ])
      })

      it('come newest timestamp first, page by page, none twice or never', async () => {
        const hours = [3, 1, 2, 2, 2, 5, 4]
        const all = hours.map((hour) => statement({ timestamp: `2026-11-24T0${hour}:00:00.000Z` }))
        await append(...all)
        const seen: string[] = []
        let after: string | undefined
        do {
          const page = await store.facts('demo', {}, { limit: 2, ...(after && { after }) })
          seen.push(...page.rows.map(({ timestamp }) => timestamp.slice(11, 13)))
          after = page.next
          await append(statement({ timestamp: '2026-11-24T09:00:00.000Z' }))
        } while (after)
        expect(seen).to.deep.equal(['05', '04', '03', '02', '02', '02', '01'])
      })

      it('are filtered by actor, verb, activity, module, question and time, all together', async () => {
        const one = answered('anna', {
          verb: { id: verb('passed') },
          object: activity('prov'),
          context: question('Q-1'),
          timestamp: '2026-11-24T10:00:00.000Z',
        })
        await append(statement({ timestamp: '2026-11-24T11:00:00.000Z' }), one)
        const whole = {
          actor: 'mbox|mailto:anna@example.org',
          verb: verb('passed'),
          activity: activity('prov').id,
          module: 'M1',
          question: 'Q-1',
          since: '2026-11-24T10:00:00.000Z',
          until: '2026-11-24T10:00:00.001Z',
        }
        expect(await factIds(whole)).to.deep.equal([one.id])
        for (const [name, value] of Object.entries(whole)) {
          if (name !== 'since') expect(await factIds({ [name]: value }), name).to.deep.equal([one.id])
        }
        expect(await store.countFacts('demo', whole)).to.equal(1)
        expect(await factIds({ until: '2026-11-24T10:00:00.000Z' })).to.deep.equal([])
        expect(await factIds({ since: '2026-11-24T10:00:00.001Z', until: whole.until })).to.deep.equal([])
        expect(await factIds({ ...whole, question: 'Q-2' })).to.deep.equal([])
      })

      it('are searched for words in any case, åäö too, and never for who somebody is', async () => {
        const one = answered('anna', {
          actor: { name: 'Åsa Öberg', ...agent('asa') },
          object: { ...activity('x'), definition: { name: { sv: 'Öppna UTESERVERING' } } },
          result: { response: 'Tillståndet från Ängelholm' },
        })
        await append(one, statement())
        for (const text of ['öppna', 'ÖPPNA', 'uteservering', 'ÄNGEL', 'tillståndet från', 'Ä'.normalize('NFD')]) {
          expect(await factIds({ text }), text).to.deep.equal([one.id])
          expect(await store.countFacts('demo', { text }), text).to.equal(1)
        }
        for (const text of ['oppna', 'Åsa', 'asa@example', 'öberg', 'mbox', '%', '_']) {
          expect(await factIds({ text }), text).to.deep.equal([])
        }
      })

      it('leave voided statements out', async () => {
        const one = statement({ context: question('Q-1'), result: { response: 'a' } })
        await append(one)
        expect(await store.countFacts('demo', {})).to.equal(1)
        const voider = voiding(one)
        await append(voider)
        expect(await factIds()).to.deep.equal([voider.id])
        expect(await store.countAnswers('demo', {})).to.deep.equal([])
        expect(await store.distinctFacts('demo', 'question')).to.deep.equal([])
      })

      it('count answers by question, response, result and first try', async () => {
        const answer = (id: string, response: string, more: { try?: number; success?: boolean } = {}) =>
          statement({
            context: question(id, {
              extensions: { [`${base}ext/question`]: id, ...(more.try && { [`${base}ext/try`]: more.try }) },
            }),
            result: { response, ...(more.success !== undefined && { success: more.success }) },
          })
        await append(
          answer('Q-1', 'a', { try: 1, success: true }),
          answer('Q-1', 'a', { try: 1, success: true }),
          answer('Q-1', 'b', { try: 1, success: false }),
          answer('Q-1', 'a', { try: 2, success: true }),
          answer('Q-2', 'a[,]c'),
          statement({ context: question('Q-3') }),
        )
        expect(await store.countAnswers('demo', {})).to.deep.equal([
          { question: 'Q-1', response: 'a', firstTry: true, success: true, count: 2 },
          { question: 'Q-1', response: 'b', firstTry: true, success: false, count: 1 },
          { question: 'Q-1', response: 'a', firstTry: false, success: true, count: 1 },
          { question: 'Q-2', response: 'a[,]c', firstTry: true, success: undefined, count: 1 },
        ])
        expect(await store.countAnswers('demo', { question: 'Q-2' })).to.have.length(1)
      })

      it('list what there is to choose from, in order', async () => {
        await append(answered('bo', { context: question('Q-2') }), answered('anna', { context: question('Q-1') }))
        expect(await store.distinctFacts('demo', 'actor')).to.deep.equal([
          'mbox|mailto:anna@example.org',
          'mbox|mailto:bo@example.org',
        ])
        expect(await store.distinctFacts('demo', 'question')).to.deep.equal(['Q-1', 'Q-2'])
        expect(await store.distinctFacts('demo', 'module')).to.deep.equal(['M1'])
        expect(await store.distinctFacts('demo', 'verb')).to.deep.equal([verb('answered')])
      })
    })
  })
}
