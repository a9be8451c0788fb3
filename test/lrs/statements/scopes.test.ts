import { expect } from 'chai'
import { type Scope, scopes } from '../../../lrs/accounts/access.ts'
import { withCredential } from '../../support/credential.ts'
import { activityProfile, agentProfile, state } from '../../support/documents.ts'
import { subStatement } from '../../support/grammar-rules.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { agent, type Json, statement, uuid } from '../../support/statement.ts'
import { type StatementClient, statementClient } from '../../support/statement-client.ts'
import { voiding } from '../../support/store-under-test.ts'

const idsOf = ({ statements }: { statements: Json[] }) => statements.map(({ id }) => id)

describe('what a credential may do', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  describe('by its scopes', () => {
    const text = (query: Json) =>
      new URLSearchParams(
        Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
      )
    /** Each kind of request, with the scopes that open it. */
    const requests: { does: string; method: string; path: () => string; body?: () => Json; opens: Scope[] }[] = [
      {
        does: 'writes statements',
        method: 'POST',
        path: () => 'statements',
        body: statement,
        opens: ['statements/write', 'all'],
      },
      {
        does: 'reads statements',
        method: 'GET',
        path: () => 'statements?limit=1',
        opens: ['statements/read', 'statements/read/mine', 'all/read', 'all'],
      },
      {
        does: 'writes state',
        method: 'POST',
        path: () => `activities/state?${text(state({ stateId: uuid() }))}`,
        body: () => ({}),
        opens: ['state', 'all'],
      },
      {
        does: 'reads state',
        method: 'GET',
        path: () => `activities/state?${text(state({ stateId: undefined }))}`.replace(/&?stateId=[^&]*/, ''),
        opens: ['state', 'all/read', 'all'],
      },
      {
        does: 'writes agent profiles',
        method: 'POST',
        path: () => `agents/profile?${text(agentProfile({ profileId: uuid() }))}`,
        body: () => ({}),
        opens: ['profile', 'all'],
      },
      {
        does: 'writes activity profiles',
        method: 'POST',
        path: () => `activities/profile?${text(activityProfile({ profileId: uuid() }))}`,
        body: () => ({}),
        opens: ['profile', 'all'],
      },
      {
        does: 'reads activity profiles',
        method: 'GET',
        path: () => 'activities/profile?activityId=a:b',
        opens: ['profile', 'all/read', 'all'],
      },
      {
        does: 'reads activities',
        method: 'GET',
        path: () => 'activities?activityId=a:b',
        opens: ['statements/read', 'statements/read/mine', 'profile', 'define', 'all/read', 'all'],
      },
      {
        does: 'reads agents',
        method: 'GET',
        path: () => `agents?${text({ agent: agent('a') })}`,
        opens: ['statements/read', 'statements/read/mine', 'profile', 'define', 'all/read', 'all'],
      },
    ]
    for (const scope of scopes) {
      it(`${scope} opens what it says and nothing else`, async () => {
        const { headers } = await withCredential(server, { scopes: [scope] })
        for (const { does, method, path, body, opens } of requests) {
          const sent = body && { body: JSON.stringify(body()) }
          const answer = await fetch(`${server.xapi}/${path()}`, { method, headers, ...sent })
          expect(answer.status === 403, `${scope} ${does}: ${answer.status}`).to.equal(!opens.includes(scope))
          if (answer.status !== 403) {
            expect(answer.ok, `${does}: ${await answer.text()}`).to.equal(true)
            continue
          }
          const refusal = (await answer.json()) as { issues: Json[] }
          expect(refusal.issues[0]).to.include({ path: 'header.Authorization', requirement: 'Communication 4.2' })
          expect(refusal.issues[0]?.message).to.include(opens.join(', '))
        }
      })
    }

    it('come together', async () => {
      const both = statementClient(await withCredential(server, { scopes: ['statements/write', 'statements/read'] }))
      const sent = statement()
      expect((await both.post(sent)).status).to.equal(200)
      expect(await both.read(sent.id)).to.have.property('id', sent.id)
    })
  })

  describe('with statements/read/mine', () => {
    let mine: StatementClient
    let all: StatementClient
    before(async () => {
      mine = statementClient(await withCredential(server, { scopes: ['statements/write', 'statements/read/mine'] }))
      all = statementClient(server)
    })

    it('finds what was written with it, and nothing else', async () => {
      const verb = { id: `https://example.org/verbs/${uuid()}` }
      const [own, foreign] = [statement({ verb }), statement({ verb })]
      await mine.post(own)
      await all.post([foreign, statement({ verb, object: { objectType: 'StatementRef', id: own.id } })])
      expect(idsOf(await mine.find({ verb: verb.id }))).to.deep.equal([own.id])
      expect(idsOf(await all.find({ verb: verb.id }))).to.have.length(3)
      expect(await mine.read(own.id)).to.have.property('id', own.id)
      expect(await mine.read(foreign.id)).to.equal(undefined)
    })

    it('gives no voided statement of another', async () => {
      const [own, foreign] = [statement(), statement()]
      await mine.post(own)
      await all.post([foreign, voiding(own), voiding(foreign)])
      expect((await mine.get({ voidedStatementId: String(own.id) })).status).to.equal(200)
      expect((await mine.get({ voidedStatementId: String(foreign.id) })).status).to.equal(404)
    })

    it('goes from page to page among its own', async () => {
      const verb = { id: `https://example.org/verbs/${uuid()}` }
      const own = [1, 2, 3].map(() => statement({ verb }))
      for (const one of own) {
        await mine.post(one)
        await all.post(statement({ verb }))
      }
      const first = await mine.find({ verb: verb.id, limit: '2' })
      const second = await mine.follow(first.more)
      expect([...idsOf(first), ...idsOf(second)]).to.deep.equal(own.map(({ id }) => id).reverse())
      expect(second.more).to.equal('')
      expect(idsOf(await all.follow(first.more))).to.include(own[0]?.id)
    })
  })

  describe('with an activity prefix', () => {
    const prefix = 'https://example.org/kurs/'
    const inside = { id: `${prefix}m1` }
    const outside = { id: 'https://example.org/kurs' }
    let client: StatementClient
    before(async () => {
      client = statementClient(await withCredential(server, { scopes: ['all'], activityPrefix: prefix }))
    })

    it('writes about activities that begin so, whatever their context names', async () => {
      const context = { contextActivities: { category: [outside], grouping: [outside] } }
      const statements = [
        statement({ object: inside }),
        statement({ object: inside, context }),
        statement({ object: subStatement({ object: inside }) }),
      ]
      expect((await client.post(statements)).status).to.equal(200)
    })

    it('writes about nothing else, and voids nothing', async () => {
      const stored = statement({ object: inside })
      await client.post(stored)
      const objects: Json[] = [
        outside,
        { id: prefix.toUpperCase() },
        { objectType: 'Agent', ...agent('a') },
        { objectType: 'StatementRef', id: stored.id },
        subStatement({ object: outside }),
      ]
      for (const one of [...objects.map((object) => statement({ object })), voiding(stored)]) {
        const answer = await client.post([statement({ object: inside }), one])
        expect(answer.status, JSON.stringify(one.object)).to.equal(403)
        const { issues } = (await answer.json()) as { issues: Json[] }
        expect(issues[0]?.path).to.match(/^\[1\]\.object/)
        expect(await client.read(one.id)).to.equal(undefined)
      }
      expect((await client.put(uuid(), statement({ id: undefined, object: outside }))).status).to.equal(403)
      expect(await client.read(stored.id)).to.have.property('id', stored.id)
    })

    it('reads like any other', async () => {
      const foreign = statement({ object: outside })
      await statementClient(server).post(foreign)
      expect(await client.read(foreign.id)).to.have.property('id', foreign.id)
    })
  })
})
