import { expect } from 'chai'
import { subStatement } from '../../support/grammar-rules.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { agent, type Json, statement, uuid } from '../../support/statement.ts'
import { type StatementClient, statementClient } from '../../support/statement-client.ts'
import { about, voiding } from '../../support/store-under-test.ts'
import { fullStatement, fullSubStatement, versions } from '../../support/xapi-requests.ts'

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const idsOf = ({ statements }: { statements: Json[] }) => statements.map(({ id }) => id)
/** A verb that no other test uses, to find one's own statements by. */
const newVerb = () => ({ id: `https://example.org/verbs/${uuid()}` })
const inVersion = (version: string) => ({ 'X-Experience-API-Version': version })

describe('conformance: statements', () => {
  let server: TestServer
  let client: StatementClient
  before(async () => {
    server = await startTestServer()
    client = statementClient(server)
  })
  after(() => server.stop())

  const store = async (...batch: Json[]) => {
    const answer = await client.post(batch)
    expect(answer.status, await answer.clone().text()).to.equal(200)
  }
  const textOf = async (id: unknown) => (await client.get({ statementId: String(id) })).text()

  describe('as they are kept (Data 2.3, 2.4)', () => {
    it('XAPI-00142: a statement stays as it is, letter by letter, whatever comes with its id', async () => {
      const sent = fullStatement()
      await store(sent)
      const before = await textOf(sent.id)
      const others: Json[] = [
        { ...sent, actor: agent('annan') },
        { ...sent, object: { ...(sent.object as Json), definition: { name: { sv: 'Nytt' } } } },
        { ...sent, verb: { ...(sent.verb as Json), display: { sv: 'nytt' } } },
        { ...sent, timestamp: '2020-01-01T00:00:00Z' },
        sent,
      ]
      for (const other of others) {
        for (const answer of [await client.post(other), await client.put(String(sent.id), other)]) {
          expect(answer.status).to.be.oneOf([200, 204, 409])
          expect(await textOf(sent.id)).to.equal(before)
        }
      }
    })

    it('XAPI-00142: an id counts without regard to case', async () => {
      const sent = statement()
      await store(sent)
      const other = { ...sent, id: String(sent.id).toUpperCase(), actor: agent('annan') }
      expect((await client.post(other)).status).to.equal(409)
    })

    it('XAPI-00023, XAPI-00097, XAPI-00099: stored and authority are the LRS’s own, whatever is sent', async () => {
      const started = Date.now()
      const sent = statement({ stored: '2001-01-01T00:00:00Z', authority: agent('falsk') })
      await store(sent)
      const { stored, authority } = (await client.read(sent.id)) ?? {}
      expect(stored).to.match(instant)
      expect(Date.parse(String(stored))).to.be.within(started, Date.now())
      expect(authority).to.deep.equal({ objectType: 'Agent', account: { homePage: server.url, name: server.key } })
    })

    for (const version of versions) {
      it(`Data 2.4.7: a statement without a timestamp gets the instant it is stored (${version})`, async () => {
        const sent = statement({ timestamp: undefined })
        await client.post(sent, inVersion(version))
        const { timestamp, stored } = (await client.read(sent.id)) ?? {}
        expect(timestamp).to.match(instant).and.to.equal(stored)
      })

      const times: Record<string, string> = {
        '2026-11-24T10:00:00Z': '2026-11-24T10:00:00.000Z',
        '2026-11-24T10:00:00.123456789Z': '2026-11-24T10:00:00.123Z',
        '2026-11-24T10:00:00.5+01:00': '2026-11-24T09:00:00.500Z',
        '2026-11-24T00:30:00-05:30': '2026-11-24T06:00:00.000Z',
        '2026-11-24T10:00:00+00:00': '2026-11-24T10:00:00.000Z',
        '20261124T100000Z': '2026-11-24T10:00:00.000Z',
        '2024-02-29T23:59:59.999Z': '2024-02-29T23:59:59.999Z',
      }
      it(`XAPI-00122: a timestamp keeps its instant to the millisecond (${version})`, async () => {
        for (const [timestamp, expected] of Object.entries(times)) {
          const sent = statement({ timestamp })
          expect((await client.post(sent, inVersion(version))).status, timestamp).to.equal(200)
          expect(await client.read(sent.id)).to.have.property('timestamp', expected)
        }
      })

      it(`XAPI-00022, XAPI-00123: what is no timestamp is refused (${version})`, async () => {
        const wrong: unknown[] = [
          '2026-11-24T10:00:00-00:00',
          '2026-11-24T10:00:00-0000',
          '2026-11-24T10:00:00-00',
          '2025-02-29T10:00:00Z',
          '2026-13-01T10:00:00Z',
          '2026-11-24T24:01:00Z',
          '2026-11-24T10:00:00+25:00',
          'Tue, 24 Nov 2026 10:00:00 GMT',
          '',
          'now',
          1795514400000,
          {},
        ]
        for (const timestamp of wrong) {
          expect((await client.post(statement({ timestamp }), inVersion(version))).status, String(timestamp)).to.equal(
            400,
          )
        }
      })

      it(`XAPI-00077, XAPI-00124: a duration is one of ISO 8601 4.4.3.2 and comes back as it was sent (${version})`, async () => {
        for (const duration of ['PT0S', 'P4W', 'P1Y2M3DT4H5M6.789S', 'PT1.5H', 'P1DT12H36M0.12567S', 'PT36H']) {
          const sent = statement({ result: { duration } })
          expect((await client.post(sent, inVersion(version))).status, duration).to.equal(200)
          expect(await client.read(sent.id)).to.have.nested.property('result.duration', duration)
        }
        for (const duration of [
          '',
          'P',
          'PT',
          'P1',
          '1S',
          'P4W1D',
          'PT1.5H30M',
          'P0001-00-00T00:00:01',
          'pt1s',
          'PT1S ',
          1,
        ]) {
          const answer = await client.post(statement({ result: { duration } }), inVersion(version))
          expect(answer.status, String(duration)).to.equal(400)
        }
      })
    }

    it('XAPI-00332: a statement keeps the version it came with, and gets the one of the data model otherwise', async () => {
      const kept: [version: string | undefined, request: string, expected: string][] = [
        ['1.0', '1.0.3', '1.0'],
        ['1.0.0', '1.0.3', '1.0.0'],
        ['1.0.9', '2.0.0', '1.0.9'],
        ['2.0.0', '2.0.0', '2.0.0'],
        [undefined, '1.0.3', '1.0.0'],
        [undefined, '2.0.0', '2.0.0'],
      ]
      for (const [version, request, expected] of kept) {
        const sent = statement({ version })
        expect((await client.post(sent, inVersion(request))).status).to.equal(200)
        expect(await client.read(sent.id)).to.have.property('version', expected)
      }
    })

    it('XAPI-00101: another version in a statement is refused', async () => {
      const wrong: [version: unknown, request: string][] = [
        ['0.9.9', '1.0.3'],
        ['1.1.0', '1.0.3'],
        ['2.0.0', '1.0.3'],
        ['0.9.9', '2.0.0'],
        ['1.1.0', '2.0.0'],
        ['2.1.0', '2.0.0'],
        ['1', '2.0.0'],
        [1, '1.0.3'],
      ]
      for (const [version, request] of wrong) {
        expect((await client.post(statement({ version }), inVersion(request))).status, String(version)).to.equal(400)
      }
    })

    it('XAPI-00096: context activities come back as arrays, in a sub-statement too', async () => {
      const context = { contextActivities: { parent: { id: 'a:1' }, other: [{ id: 'a:2' }, { id: 'a:3' }] } }
      const sent = statement({ context, object: subStatement({ context }) })
      await store(sent)
      const expected = { contextActivities: { parent: [{ id: 'a:1' }], other: [{ id: 'a:2' }, { id: 'a:3' }] } }
      const read = (await client.read(sent.id)) as { context: Json; object: { context: Json } }
      expect([read.context, read.object.context]).to.deep.equal([expected, expected])
    })
  })

  describe('that are voided (Data 2.3.2, Communication 2.1.4)', () => {
    it('XAPI-00018, XAPI-00163: are given by voidedStatementId only, and others never by it', async () => {
      const [gone, there] = [statement(), statement()]
      await store(gone, there)
      await store(voiding(gone))
      const statusOf = async (query: Record<string, string>) => (await client.get(query)).status
      expect(await statusOf({ statementId: String(gone.id) })).to.equal(404)
      expect(await statusOf({ voidedStatementId: String(gone.id) })).to.equal(200)
      expect(await statusOf({ statementId: String(there.id) })).to.equal(200)
      expect(await statusOf({ voidedStatementId: String(there.id) })).to.equal(404)
    })

    it('XAPI-00016: are never voiding statements themselves', async () => {
      const target = statement()
      const first = voiding(target)
      await store(target, first)
      expect((await client.post(voiding(first))).status).to.be.oneOf([200, 400])
      expect(await client.read(first.id)).to.have.property('id', first.id)
      expect(await client.read(target.id)).to.equal(undefined)
      expect((await client.get({ voidedStatementId: String(first.id) })).status).to.equal(404)
    })

    it('XAPI-00017: are referred to as such, and may be unknown so far', async () => {
      const verb = { id: 'http://adlnet.gov/expapi/verbs/voided' }
      for (const object of [{ id: 'https://example.org/a' }, { objectType: 'Agent', ...agent('a') }, subStatement()]) {
        expect((await client.post(statement({ verb, object }))).status).to.equal(400)
      }
      const later = statement()
      await store(voiding(later))
      await store(later)
      expect(await client.read(later.id)).to.equal(undefined)
    })

    it('XAPI-00162: stay out of every list, and what refers to them stays in', async () => {
      const verb = newVerb()
      const [gone, there] = [statement({ verb }), statement({ verb })]
      const [comment, voider] = [about(gone), voiding(gone)]
      await store(gone, there, comment, voider)
      const expected = [voider, comment, there].map(({ id }) => id)
      expect(idsOf(await client.find({ verb: verb.id }))).to.deep.equal(expected)
      expect(idsOf(await client.find({ verb: verb.id, ascending: 'true' }))).to.deep.equal([...expected].reverse())
      expect(idsOf(await client.find({ limit: '3' }))).to.deep.equal(expected)
    })
  })

  describe('that refer to others (Communication 2.1.3)', () => {
    it('XAPI-00164: match what their target matches, through chains, by time only for themselves', async () => {
      const verb = newVerb()
      const target = statement({ verb })
      await store(target)
      const { stored } = (await client.read(target.id)) as { stored: string }
      while (new Date().toISOString() <= stored) await new Promise((resolve) => setImmediate(resolve))
      const first = about(target)
      const second = about(first)
      await store(first)
      await store(second)
      expect(idsOf(await client.find({ verb: verb.id }))).to.deep.equal([second.id, first.id, target.id])
      expect(idsOf(await client.find({ verb: verb.id, since: stored }))).to.deep.equal([second.id, first.id])
      expect(idsOf(await client.find({ verb: verb.id, until: stored }))).to.deep.equal([target.id])
    })

    it('XAPI-00164: do not match by the statement in their context', async () => {
      const verb = newVerb()
      const target = statement({ verb })
      await store(target, statement({ context: { statement: { objectType: 'StatementRef', id: target.id } } }))
      expect(idsOf(await client.find({ verb: verb.id }))).to.deep.equal([target.id])
    })
  })

  describe('as they are found (Communication 2.1.3)', () => {
    it('XAPI-00176: by an agent wherever it may stand, when related ones are asked for, and as actor or object otherwise', async () => {
      const name = uuid()
      const who = agent(name)
      const group = { objectType: 'Group', ...agent('grupp'), member: [who] }
      const direct = [
        statement({ actor: who }),
        statement({ actor: group }),
        statement({ object: { objectType: 'Agent', ...who } }),
        statement({ object: group }),
      ]
      const related = [
        statement({ context: { instructor: who } }),
        statement({ context: { team: group } }),
        statement({ context: { contextAgents: [{ objectType: 'contextAgent', agent: who }] } }),
        statement({ context: { contextGroups: [{ objectType: 'contextGroup', group }] } }),
        statement({ object: subStatement({ actor: who }) }),
        statement({ object: subStatement({ object: { objectType: 'Agent', ...who } }) }),
        statement({ object: subStatement({ context: { instructor: who } }) }),
      ]
      await store(...direct, ...related)
      const query = { agent: JSON.stringify({ ...who, name: 'Vem' }) }
      expect(idsOf(await client.find(query))).to.have.members(direct.map(({ id }) => id))
      const all = [...direct, ...related].map(({ id }) => id)
      expect(idsOf(await client.find({ ...query, related_agents: 'true' }))).to.have.members(all)
      expect(idsOf(await client.find({ ...query, related_agents: 'false' }))).to.have.length(direct.length)
    })

    it('XAPI-00177: by an activity wherever it may stand, when related ones are asked for, and as object otherwise', async () => {
      const id = `https://example.org/activities/${uuid()}`
      const inContext = (key: string) => ({ contextActivities: { [key]: [{ id }] } })
      const direct = statement({ object: { id } })
      const related = ['parent', 'grouping', 'category', 'other'].flatMap((key) => [
        statement({ context: inContext(key) }),
        statement({ object: subStatement({ context: inContext(key) }) }),
      ])
      related.push(statement({ object: subStatement({ object: { id } }) }))
      await store(direct, ...related)
      expect(idsOf(await client.find({ activity: id }))).to.deep.equal([direct.id])
      const found = idsOf(await client.find({ activity: id, related_activities: 'true' }))
      expect(found).to.have.members([direct, ...related].map(({ id }) => id))
    })

    it('XAPI-00108 to XAPI-00114: page by page, each once, newest first, until more is empty', async () => {
      const verb = newVerb()
      const all = Array.from({ length: 7 }, () => statement({ verb }))
      for (const one of all) await store(one)
      const found: unknown[] = []
      let page = await client.find({ verb: verb.id, limit: '3' })
      for (;;) {
        expect(page).to.have.all.keys('statements', 'more')
        expect(page.statements.length).to.be.within(1, 3)
        found.push(...idsOf(page))
        if (page.more === '') break
        expect(page.more).to.match(/^\/xapi\/statements\?/)
        page = await client.follow(page.more)
      }
      expect(found).to.deep.equal(all.map(({ id }) => id).reverse())
    })

    it('XAPI-00152, XAPI-00160: never newer than Consistent-Through says', async () => {
      for (let round = 0; round < 20; round += 1) {
        await store(statement())
        const answer = await client.get({ limit: '1' })
        const through = answer.headers.get('x-experience-api-consistent-through') ?? ''
        expect(through).to.match(instant)
        const { statements } = (await answer.json()) as { statements: { stored: string }[] }
        const later = await client.get({ since: through })
        const ids = idsOf((await later.json()) as { statements: Json[] })
        if (String(statements[0]?.stored) > through) expect(ids).to.include((statements[0] as unknown as Json).id)
      }
    })
  })

  describe('in each format (Communication 2.1.3)', () => {
    const shown = async (sent: Json, format: string, headers: Record<string, string> = {}) => {
      const single = await (await client.get({ statementId: String(sent.id), format }, headers)).json()
      const page = await (await client.get({ limit: '1', format }, headers)).json()
      expect((page as { statements: Json[] }).statements[0]).to.deep.equal(single)
      return single as Json
    }

    it('XAPI-00170: exact gives back what was sent', async () => {
      for (const whole of [fullStatement(), statement({ object: fullSubStatement() })]) {
        const { stored, authority, ...sent } = whole
        await store(whole)
        const read = await shown(sent, 'exact', { 'Accept-Language': 'sv' })
        const { stored: _, authority: __, ...rest } = read
        expect(rest).to.deep.equal({ version: '2.0.0', ...sent })
      }
    })

    it('XAPI-00171: ids leave what identifies agents, activities, verbs and groups, and the rest as it is', async () => {
      const sent = fullStatement({ actor: { objectType: 'Group', name: 'G', member: [{ name: 'A', ...agent('a') }] } })
      await store(sent)
      const read = await shown(sent, 'ids')
      expect(read.actor).to.deep.equal({ objectType: 'Group', member: [agent('a')] })
      expect([read.verb, read.object]).to.deep.equal([
        { id: 'https://example.org/verb' },
        { id: 'https://example.org/activity' },
      ])
      expect(read).to.have.nested.property('context.contextActivities.other[0]').that.deep.equals(read.object)
      expect(read.result).to.deep.equal(sent.result)
      expect(read.attachments).to.deep.equal(sent.attachments)
    })

    it('XAPI-00169, XAPI-00172: canonical has one language in each map, chosen for each map by itself', async () => {
      const id = `https://example.org/activities/${uuid()}`
      const definition = {
        name: { 'en-GB': 'Colour', sv: 'Färg', 'de-DE': 'Farbe' },
        description: { en: 'A colour', sv: 'En färg' },
        interactionType: 'choice',
        choices: [{ id: 'a', description: { en: 'Red', fr: 'Rouge' } }],
      }
      const parts = { verb: { id: 'a:v', display: { sv: 'såg', 'en-US': 'saw' } }, object: { id, definition } }
      const sent = statement({ ...parts, context: { contextActivities: { parent: [{ id }] } } })
      await store(sent)
      const choose: [header: string, verb: Json, name: Json, description: Json, choice: Json][] = [
        ['sv', { sv: 'såg' }, { sv: 'Färg' }, { sv: 'En färg' }, { en: 'Red' }],
        ['en-GB', { sv: 'såg' }, { 'en-GB': 'Colour' }, { en: 'A colour' }, { en: 'Red' }],
        ['en', { 'en-US': 'saw' }, { 'en-GB': 'Colour' }, { en: 'A colour' }, { en: 'Red' }],
        ['de;q=0.5, fr;q=0.8, sv;q=0.1', { sv: 'såg' }, { 'de-DE': 'Farbe' }, { sv: 'En färg' }, { fr: 'Rouge' }],
        ['en;q=0, sv', { sv: 'såg' }, { sv: 'Färg' }, { sv: 'En färg' }, { en: 'Red' }],
      ]
      for (const [header, verb, name, description, choice] of choose) {
        const read = await shown(sent, 'canonical', { 'Accept-Language': header })
        const expected = { ...definition, name, description, choices: [{ id: 'a', description: choice }] }
        expect(read.verb, header).to.deep.equal({ id: 'a:v', display: verb })
        expect(read.object, header).to.deep.equal({ id, definition: expected })
        expect(read, header)
          .to.have.nested.property('context.contextActivities.parent[0]')
          .that.deep.equals(read.object)
      }
    })
  })

  describe('of xAPI 2.0 (IEEE 9274.1.1 4.2.2.5)', () => {
    const agents = (changes: Json = {}) => ({
      context: {
        contextAgents: [{ objectType: 'contextAgent', agent: agent('a'), relevantTypes: ['a:type'], ...changes }],
      },
    })
    const groups = (changes: Json = {}) => {
      const group = { objectType: 'Group', member: [agent('a')] }
      return {
        context: { contextGroups: [{ objectType: 'contextGroup', group, relevantTypes: ['a:type'], ...changes }] },
      }
    }
    const statusOf = async (changes: Json, version = '2.0.0') =>
      (await client.post(statement(changes), inVersion(version))).status

    it('have contextAgents and contextGroups, in a sub-statement too, and come back so', async () => {
      const sent = statement({ ...agents(), object: subStatement(groups()) })
      await store(sent)
      expect(await client.read(sent.id)).to.deep.include({ context: sent.context, object: sent.object })
      expect(await statusOf({ context: { contextAgents: [], contextGroups: [] } })).to.equal(200)
    })

    it('refuse them with another objectType, without who it is, with empty or wrong types, and in 1.0.3', async () => {
      const wrong: Json[] = [
        { objectType: undefined },
        { objectType: 'contextagent' },
        { objectType: 'contextGroup' },
        { agent: undefined },
        { agent: {} },
        { agent: { objectType: 'Group', member: [agent('a')] } },
        { relevantTypes: [] },
        { relevantTypes: ['type'] },
        { relevantTypes: 'a:type' },
        { relevantTypes: null },
        { extra: 1 },
      ]
      for (const change of wrong) {
        expect(await statusOf(agents(change)), JSON.stringify(change)).to.equal(400)
        expect(await statusOf({ object: subStatement(agents(change)) }), JSON.stringify(change)).to.equal(400)
      }
      for (const change of [
        { objectType: 'contextAgent' },
        { group: agent('a') },
        { group: undefined },
        { relevantTypes: [] },
      ]) {
        expect(await statusOf(groups(change)), JSON.stringify(change)).to.equal(400)
      }
      for (const changes of [agents(), groups(), { context: { contextAgents: [] } }]) {
        expect(await statusOf(changes, '1.0.3')).to.equal(400)
      }
    })
  })
})
