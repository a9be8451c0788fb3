import { expect } from 'chai'
import type { Scope } from '../../../lrs/accounts/access.ts'
import { createCredential } from '../../../lrs/accounts/credential.ts'
import { findOrCreateMunicipality } from '../../../lrs/accounts/municipality.ts'
import { enrolPerson } from '../../../lrs/accounts/person.ts'
import { createSession, fetchAuthToken } from '../../../lrs/accounts/session.ts'
import { withCredential } from '../../support/credential.ts'
import {
  activityId,
  activityProfile,
  agentProfile,
  type DocumentRequest,
  fresh,
  learner,
  type Query,
  registration,
  resources,
  sendDocument,
  state,
} from '../../support/documents.ts'
import { basic, startTestServer, type TestServer } from '../../support/server.ts'

describe('documentRoutes: whoever asks', () => {
  let server: TestServer

  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  const send = (method: string, path: string, query: Query, request: DocumentRequest = {}) =>
    sendDocument(server, method, { path, query }, request)
  const statusOf = async (...request: Parameters<typeof send>) => (await send(...request)).status
  const textAt = async (path: string, query: Query) => (await send('GET', path, query)).text()

  const credentialFor = async (slug: string, scopes: Scope[]) => {
    const municipality = await findOrCreateMunicipality(server.lrs.connection, {
      slug,
      homePage: 'https://example.org',
    })
    const { key, secret } = await createCredential(server.lrs.connection, {
      municipality,
      scopes,
      name: 'test',
      defaultVersion: '2.0.0',
    })
    return basic(key, secret)
  }

  it('sees nothing of another municipality', async () => {
    const other = await credentialFor('grannby', ['all'])
    for (const { path, parameters, id } of resources) {
      const at = parameters({ [id]: fresh() })
      await send('POST', path, at, { body: '{"mitt":1}' })
      expect(await statusOf('GET', path, at, { headers: other }), path).to.equal(404)
      expect(await (await send('GET', path, { ...at, [id]: undefined }, { headers: other })).json()).to.deep.equal([])
      expect(await statusOf('DELETE', path, at, { headers: other }), path).to.equal(204)
      await send('POST', path, at, { body: '{"ditt":1}', headers: other })
      expect(await textAt(path, at), path).to.equal('{"mitt":1}')
    }
  })

  it('needs the scope of the resource', async () => {
    const reader = await credentialFor('demo', ['all/read'])
    const writer = await credentialFor('demo', ['statements/write', 'statements/read', 'state'])
    const at = state({ stateId: fresh() })
    expect(await statusOf('PUT', 'activities/state', at, { headers: reader, body: '{}' })).to.equal(403)
    expect(await statusOf('PUT', 'activities/state', at, { headers: writer, body: '{}' })).to.equal(204)
    expect(await statusOf('GET', 'activities/state', at, { headers: reader })).to.equal(200)
    expect(await statusOf('GET', 'agents/profile', agentProfile(), { headers: writer })).to.equal(403)
    expect(await statusOf('GET', 'activities/state', at, { headers: basic('x', 'y') })).to.equal(401)
  })

  it('writes only about activities that begin with the prefix of its credential', async () => {
    const given = { scopes: ['state', 'profile'] as Scope[], activityPrefix: activityId }
    const { headers } = await withCredential(server, given)
    const foreign = { activityId: 'https://example.org/annan' }
    const at = (query: Query) => ({ ...query, ...foreign })
    for (const { path, parameters, id } of resources.filter(({ path }) => path !== 'agents/profile')) {
      const own = parameters({ [id]: fresh() })
      expect(await statusOf('POST', path, own, { headers, body: '{}' }), path).to.equal(204)
      expect(await statusOf('DELETE', path, own, { headers }), path).to.equal(204)
      for (const method of ['POST', 'DELETE']) {
        const body = method === 'POST' ? { body: '{}' } : {}
        expect(await statusOf(method, path, at(own), { headers, ...body }), `${method} ${path}`).to.equal(403)
      }
      expect(await statusOf('GET', path, { ...at(own), [id]: undefined }, { headers }), path).to.equal(200)
    }
    expect(await statusOf('POST', 'agents/profile', agentProfile(), { headers, body: '{}' })).to.equal(403)
  })

  /** A learner's session, and how its token asks. */
  const launched = async () => {
    const { connection } = server.lrs
    const municipality = await findOrCreateMunicipality(connection, { slug: 'demo', homePage: 'https://example.org' })
    const person = await enrolPerson(connection, municipality, { name: 'Lots', role: 'learner' })
    const { fetchToken } = await createSession(connection, person, activityId)
    const fetched = await fetchAuthToken(connection, fetchToken)
    if ('refused' in fetched) throw new Error(fetched.refused)
    const headers = { Authorization: `Basic ${fetched.authToken}` }
    const agent = { account: { homePage: person.homePage, name: person._id } }
    return { headers, agent, own: state({ agent, registration: person.registration }) }
  }

  it('does not change LMS.LaunchData with a session, nor delete all documents at once (cmi5 10.2.1)', async () => {
    const { headers, own } = await launched()
    const data = { ...own, stateId: 'LMS.LaunchData' }
    const all = { ...own, stateId: undefined }
    expect(await statusOf('PUT', 'activities/state', data, { body: '{"launchMode":"Normal"}' })).to.equal(204)
    expect(await statusOf('PUT', 'activities/state', own, { headers, body: '{}' })).to.equal(204)
    for (const method of ['PUT', 'POST']) {
      const answer = await send(method, 'activities/state', data, { headers, body: '{}' })
      expect(answer.status, method).to.equal(403)
      expect(await answer.json()).to.have.nested.property('issues[0].requirement', 'cmi5 10.2.1')
    }
    for (const query of [data, all]) {
      expect(await statusOf('DELETE', 'activities/state', query, { headers })).to.equal(403)
    }
    expect(await (await send('GET', 'activities/state', data, { headers })).json()).to.deep.equal({
      launchMode: 'Normal',
    })
    const ids = await (await send('GET', 'activities/state', all, { headers })).json()
    expect(ids).to.have.members(['LMS.LaunchData', own.stateId])
    expect(await statusOf('DELETE', 'activities/state', own, { headers })).to.equal(204)
  })

  it('reaches with a session only its own agent, activity and registration', async () => {
    const { headers, agent, own } = await launched()
    expect(await statusOf('PUT', 'activities/state', own, { headers, body: '1' })).to.equal(204)
    expect(await statusOf('PUT', 'activities/state', own, { headers, body: '2' })).to.equal(204)
    expect(await statusOf('GET', 'activities/state', own, { headers })).to.equal(200)
    expect(await statusOf('DELETE', 'activities/state', own, { headers })).to.equal(204)
    const foreign = [
      { agent: learner },
      { activityId: 'https://example.org/activities/annan' },
      { registration },
      { registration: undefined },
      { registration: undefined, stateId: undefined },
    ]
    for (const changes of foreign) {
      for (const method of ['GET', 'PUT', 'POST', 'DELETE']) {
        const body = method === 'PUT' || method === 'POST' ? { body: '{}' } : {}
        const refused = await send(method, 'activities/state', { ...own, ...changes }, { headers, ...body })
        const expected = changes.registration === undefined && 'stateId' in changes && body.body ? 400 : 403
        expect(refused.status, `${method} ${JSON.stringify(changes)}`).to.equal(expected)
        expect(refused.headers.get('www-authenticate')).to.equal(null)
      }
    }
    const profile = agentProfile({ agent, profileId: 'cmi5LearnerPreferences' })
    expect(await statusOf('GET', 'agents/profile', profile, { headers })).to.equal(404)
    expect(await statusOf('POST', 'agents/profile', profile, { headers, body: '{}' })).to.equal(403)
    expect(await statusOf('GET', 'agents/profile', agentProfile(), { headers })).to.equal(403)
    expect(await statusOf('GET', 'activities/profile', activityProfile(), { headers })).to.equal(403)
  })
})
