import { expect } from 'chai'
import { base } from '../../../course/vocabulary.ts'
import { agent, type Json, statement } from '../../support/statement.ts'
import { activity, answered, type OpenStore, storeUnderTest, verb, voiding } from '../../support/store-under-test.ts'

/** What every statement store tells the analyst. */
export function factsContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: facts`, () => {
    const under = storeUnderTest(open)

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
      const [stored] = await under.append(one)
      const { rows } = await under.store.facts('demo', {}, { limit: 9 })
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

    it('know no minus zero', async () => {
      await under.append(answered('anna', { result: { score: { scaled: -0 } } }))
      const { rows } = await under.store.facts('demo', {}, { limit: 9 })
      expect(Object.is(rows[0]?.scaled, 0)).to.equal(true)
    })

    it('come newest timestamp first, page by page, none twice or never', async () => {
      const hours = [3, 1, 2, 2, 2, 5, 4]
      const all = hours.map((hour) => statement({ timestamp: `2026-11-24T0${hour}:00:00.000Z` }))
      await under.append(...all)
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await under.store.facts('demo', {}, { limit: 2, ...(after && { after }) })
        seen.push(...page.rows.map(({ timestamp }) => timestamp.slice(11, 13)))
        after = page.next
        await under.append(statement({ timestamp: '2026-11-24T09:00:00.000Z' }))
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
      await under.append(statement({ timestamp: '2026-11-24T11:00:00.000Z' }), one)
      const whole = {
        actor: 'mbox|mailto:anna@example.org',
        verb: verb('passed'),
        activity: activity('prov').id,
        module: 'M1',
        question: 'Q-1',
        since: '2026-11-24T10:00:00.000Z',
        until: '2026-11-24T10:00:00.001Z',
      }
      expect(await under.factIds(whole)).to.deep.equal([one.id])
      for (const [name, value] of Object.entries(whole)) {
        if (name !== 'since') expect(await under.factIds({ [name]: value }), name).to.deep.equal([one.id])
      }
      expect(await under.store.countFacts('demo', whole)).to.equal(1)
      expect(await under.factIds({ until: '2026-11-24T10:00:00.000Z' })).to.deep.equal([])
      expect(await under.factIds({ since: '2026-11-24T10:00:00.001Z', until: whole.until })).to.deep.equal([])
      expect(await under.factIds({ ...whole, question: 'Q-2' })).to.deep.equal([])
    })

    it('are searched for words in any case, åäö too, and never for who somebody is', async () => {
      const one = answered('anna', {
        actor: { name: 'Åsa Öberg', ...agent('asa') },
        object: { ...activity('x'), definition: { name: { sv: 'Öppna UTESERVERING' } } },
        result: { response: 'Tillståndet från Ängelholm' },
      })
      await under.append(one, statement())
      for (const text of ['öppna', 'ÖPPNA', 'uteservering', 'ÄNGEL', 'tillståndet från', 'Ä'.normalize('NFD')]) {
        expect(await under.factIds({ text }), text).to.deep.equal([one.id])
        expect(await under.store.countFacts('demo', { text }), text).to.equal(1)
      }
      for (const text of ['oppna', 'Åsa', 'asa@example', 'öberg', 'mbox', '%', '_']) {
        expect(await under.factIds({ text }), text).to.deep.equal([])
      }
    })

    it('leave voided statements out', async () => {
      const one = statement({ context: question('Q-1'), result: { response: 'a' } })
      await under.append(one)
      expect(await under.store.countFacts('demo', {})).to.equal(1)
      const voider = voiding(one)
      await under.append(voider)
      expect(await under.factIds()).to.deep.equal([voider.id])
      expect(await under.store.countAnswers('demo', {})).to.deep.equal([])
      expect(await under.store.distinctFacts('demo', 'question')).to.deep.equal([])
    })

    it('count answers by question, response, result and first try', async () => {
      const answer = (id: string, response: string, more: { try?: number; success?: boolean } = {}) =>
        statement({
          context: question(id, {
            extensions: { [`${base}ext/question`]: id, ...(more.try && { [`${base}ext/try`]: more.try }) },
          }),
          result: { response, ...(more.success !== undefined && { success: more.success }) },
        })
      await under.append(
        answer('Q-1', 'a', { try: 1, success: true }),
        answer('Q-1', 'a', { try: 1, success: true }),
        answer('Q-1', 'b', { try: 1, success: false }),
        answer('Q-1', 'a', { try: 2, success: true }),
        answer('Q-2', 'a[,]c'),
        statement({ context: question('Q-3') }),
      )
      expect(await under.store.countAnswers('demo', {})).to.deep.equal([
        { question: 'Q-1', response: 'a', firstTry: true, success: true, count: 2 },
        { question: 'Q-1', response: 'b', firstTry: true, success: false, count: 1 },
        { question: 'Q-1', response: 'a', firstTry: false, success: true, count: 1 },
        { question: 'Q-2', response: 'a[,]c', firstTry: true, success: undefined, count: 1 },
      ])
      expect(await under.store.countAnswers('demo', { question: 'Q-2' })).to.have.length(1)
    })

    it('list what there is to choose from, in order', async () => {
      await under.append(answered('bo', { context: question('Q-2') }), answered('anna', { context: question('Q-1') }))
      expect(await under.store.distinctFacts('demo', 'actor')).to.deep.equal([
        'mbox|mailto:anna@example.org',
        'mbox|mailto:bo@example.org',
      ])
      expect(await under.store.distinctFacts('demo', 'question')).to.deep.equal(['Q-1', 'Q-2'])
      expect(await under.store.distinctFacts('demo', 'module')).to.deep.equal(['M1'])
      expect(await under.store.distinctFacts('demo', 'verb')).to.deep.equal([verb('answered')])
    })
  })
}
