import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect } from 'chai'
import type { XapiVersion } from '../../../lrs/accounts/access.ts'
import {
  activityId,
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

describe('documentRoutes', () => {
  let server: TestServer
  let authorization: Record<string, string>

  before(async () => {
    server = await startTestServer()
    authorization = basic(server.key, server.secret)
  })
  after(() => server.stop())

  const send = (method: string, path: string, query: Query, request: DocumentRequest = {}) =>
    sendDocument(server, method, { path, query }, request)
  const statusOf = async (...request: Parameters<typeof send>) => (await send(...request)).status
  const textAt = async (path: string, query: Query) => (await send('GET', path, query)).text()

  for (const { path, parameters, id } of resources) {
    describe(path, () => {
      it('gives a document back byte by byte, with its type, ETag and time', async () => {
        const body = Uint8Array.from({ length: 512 }, (_, index) => index % 256)
        const at = parameters({ [id]: fresh() })
        const type = 'Image/PNG;x="y"'
        const put = await send('PUT', path, at, { body, type, headers: { 'If-None-Match': '*' } })
        expect(put.status).to.equal(204)
        const got = await send('GET', path, at)
        expect(got.status).to.equal(200)
        expect(new Uint8Array(await got.arrayBuffer())).to.deep.equal(body)
        expect(got.headers.get('content-type')).to.equal(type)
        const etag = `"${createHash('sha1').update(body).digest('hex')}"`
        expect(got.headers.get('etag')).to.equal(etag)
        expect(put.headers.get('etag')).to.equal(etag)
        expect(Date.now() - Date.parse(got.headers.get('last-modified') ?? '')).to.be.within(0, 10_000)
        expect(got.headers.get('content-security-policy')).to.include('sandbox')
      })

      it('answers HEAD like GET without the body (XAPI-00125)', async () => {
        const at = parameters({ [id]: fresh() })
        await send('POST', path, at, { body: '{"x":1}' })
        const head = await send('HEAD', path, at)
        expect(head.status).to.equal(200)
        expect(head.headers.get('etag')).to.equal((await send('GET', path, at)).headers.get('etag'))
        expect(head.headers.get('content-length')).to.equal('7')
        expect(await head.text()).to.equal('')
      })

      it('takes an empty document', async () => {
        const at = parameters({ [id]: fresh() })
        expect(
          await statusOf('PUT', path, at, { body: '', type: 'text/plain', headers: { 'If-None-Match': '*' } }),
        ).to.equal(204)
        expect(await textAt(path, at)).to.equal('')
      })

      it('answers 404 where nothing is, and 204 to its deletion', async () => {
        const at = parameters({ [id]: fresh() })
        const missing = await send('GET', path, at)
        expect(missing.status).to.equal(404)
        expect(await missing.json()).to.include({ error: 'not-found' })
        expect(await statusOf('DELETE', path, at)).to.equal(204)
      })

      it('deletes', async () => {
        const at = parameters({ [id]: fresh() })
        await send('POST', path, at, { body: '{}' })
        expect(await statusOf('DELETE', path, at)).to.equal(204)
        expect(await statusOf('GET', path, at)).to.equal(404)
      })

      for (const version of ['1.0.3', '2.0.0'] as const) {
        it(`holds to If-Match and If-None-Match in every method (XAPI-00322, ${version})`, async () => {
          const at = parameters({ [id]: fresh() })
          const change = (method: string, headers: Record<string, string>) =>
            statusOf(method, path, at, { version, headers, ...(method !== 'DELETE' && { body: '{"a":1}' }) })
          expect(await change('PUT', { 'If-Match': '*' })).to.equal(412)
          expect(await change('PUT', { 'If-Match': '"0"' })).to.equal(412)
          expect(await change('PUT', { 'If-None-Match': '*' })).to.equal(204)
          expect(await change('PUT', { 'If-None-Match': '*' })).to.equal(412)
          for (const method of ['PUT', 'POST', 'DELETE']) {
            expect(await change(method, { 'If-Match': '"1111111111111111111111111111111111111111"' }), method).to.equal(
              412,
            )
            expect(await change(method, { 'If-Match': '1234' }), method).to.equal(412)
          }
          expect(await textAt(path, at)).to.equal('{"a":1}')
          const etag = (await send('GET', path, at)).headers.get('etag') ?? ''
          expect(await change('PUT', { 'If-None-Match': etag })).to.equal(412)
          expect(await change('PUT', { 'If-Match': `"0", ${etag}` })).to.equal(204)
          expect(await change('POST', { 'If-Match': etag })).to.equal(204)
          expect(await change('PUT', { 'If-Match': '*' })).to.equal(204)
          expect(await change('DELETE', { 'If-Match': etag })).to.equal(204)
        })
      }

      it('answers 304 to a GET whose If-None-Match is the ETag', async () => {
        const at = parameters({ [id]: fresh() })
        const etag = (await send('POST', path, at, { body: '{}' })).headers.get('etag') ?? ''
        expect(
          await statusOf('GET', path, at, { headers: { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' } }),
        ).to.equal(304)
      })

      it('merges JSON objects one level deep with POST (XAPI-00183, XAPI-00184)', async () => {
        const at = parameters({ [id]: fresh() })
        const first = '{"a": {"x": 1}, "b": 2, "__proto__": {"c": 1}}'
        expect(await statusOf('POST', path, at, { body: first, type: 'application/json; charset=utf-8' })).to.equal(204)
        expect(await textAt(path, at)).to.equal(first)
        expect(await statusOf('POST', path, at, { body: '{"a":{"y":2},"ö":"å"}' })).to.equal(204)
        expect(await textAt(path, at)).to.equal('{"a":{"y":2},"b":2,"__proto__":{"c":1},"ö":"å"}')
      })

      it('refuses to merge anything else, and leaves the document as it was (XAPI-00229, XAPI-00281, XAPI-00313)', async () => {
        const at = parameters({ [id]: fresh() })
        const post = (body: string, type: string) => statusOf('POST', path, at, { body, type })
        expect(await post('{"a":1', 'application/json')).to.equal(400)
        expect(await post('[1]', 'application/json')).to.equal(400)
        expect(await statusOf('GET', path, at)).to.equal(404)
        expect(await post('{"a":1}', 'application/json')).to.equal(204)
        for (const body of ['{"a":2', '[2]', '2', '"x"', 'null', '']) {
          expect(await post(body, 'application/json'), body).to.equal(400)
        }
        expect(await post('{"a":2}', 'text/plain')).to.equal(400)
        expect(await post(`{"a":${'['.repeat(500)}${']'.repeat(500)}}`, 'application/json')).to.equal(400)
        expect(await textAt(path, at)).to.equal('{"a":1}')
      })

      it('refuses to merge into a document that is not JSON (XAPI-00232, XAPI-00278, XAPI-00309)', async () => {
        const at = parameters({ [id]: fresh() })
        expect(await statusOf('POST', path, at, { body: '{"a":1}', type: 'text/plain' })).to.equal(204)
        const refused = await send('POST', path, at, { body: '{"a":2}' })
        expect(refused.status).to.equal(400)
        expect((await refused.json()).issues[0]).to.include({ path: 'body' })
        expect(await textAt(path, at)).to.equal('{"a":1}')
      })

      it('loses no update of many that come at once', async () => {
        const at = parameters({ [id]: fresh() })
        const keys = Array.from({ length: 30 }, (_, index) => `k${index}`)
        const statuses = await Promise.all(
          keys.map((key) => statusOf('POST', path, at, { body: JSON.stringify({ [key]: 1 }) })),
        )
        expect(new Set(statuses)).to.deep.equal(new Set([204]))
        expect(Object.keys(JSON.parse(await textAt(path, at))).sort()).to.deep.equal(keys.sort())
      })

      it('lets one of many win that all expect nothing there', async () => {
        const at = parameters({ [id]: fresh() })
        const statuses = await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            statusOf('PUT', path, at, { body: String(index), type: 'text/plain', headers: { 'If-None-Match': '*' } }),
          ),
        )
        expect(statuses.sort()).to.deep.equal([204, ...Array(9).fill(412)])
      })

      it('lists the ids, with since those changed after it (XAPI-00222, XAPI-00275, XAPI-00294)', async () => {
        const own = { ...(id === 'stateId' && { activityId: `${activityId}/${fresh()}` }) }
        const agent = { account: { homePage: 'https://example.org', name: fresh() } }
        const activity = `${activityId}/${fresh()}`
        const context = path === 'activities/profile' ? { activityId: activity } : { agent, ...own }
        const list = async (more: Query = {}) =>
          (await send('GET', path, parameters({ ...context, [id]: undefined, ...more }))).json()
        expect(await list()).to.deep.equal([])
        for (const name of ['ö', 'a']) await send('POST', path, parameters({ ...context, [id]: name }), { body: '{}' })
        const { headers } = await send('GET', path, parameters({ ...context, [id]: 'a' }))
        const before = new Date(Date.parse(headers.get('last-modified') ?? '') - 2000).toISOString()
        expect(await list()).to.deep.equal(['a', 'ö'])
        expect(await list({ since: before })).to.deep.equal(['a', 'ö'])
        const whole = await send('GET', path, parameters({ ...context, [id]: undefined }))
        expect(whole.headers.get('etag')).to.match(/^"[0-9a-f]{40}"$/)
        expect(Date.parse(whole.headers.get('last-modified') ?? '')).to.be.within(Date.parse(before), Date.now())
        expect(await list({ since: new Date(Date.now() + 5000).toISOString() })).to.deep.equal([])
      })

      it('refuses wrong parameters by name', async () => {
        const wrong: [method: string, changes: Query, name: string][] = [
          ['GET', { x: '1' }, 'x'],
          ['GET', { [id.toLowerCase()]: 'a' }, id.toLowerCase()],
          ['PUT', { [id]: undefined }, id],
          ['POST', { [id]: '' }, id],
          ['PUT', { since: '2026-11-24T10:00:00Z' }, 'since'],
          ['GET', { [id]: undefined, since: 'igår' }, 'since'],
        ]
        if (path !== 'activities/profile') {
          wrong.push(
            ['GET', { agent: undefined }, 'agent'],
            ['PUT', { agent: 'Anna' }, 'agent'],
            ['DELETE', { agent: {} }, 'agent'],
            ['POST', { agent: { mbox: 'anna@example.org' } }, 'agent'],
          )
        }
        if (path !== 'agents/profile') {
          wrong.push(['GET', { activityId: undefined }, 'activityId'], ['PUT', { activityId: 'kurs' }, 'activityId'])
        }
        if (path === 'activities/state') wrong.push(['POST', { registration: 'x' }, 'registration'])
        else wrong.push(['DELETE', { [id]: undefined }, id], ['GET', { registration }, 'registration'])
        for (const [method, changes, name] of wrong) {
          const body = method === 'PUT' || method === 'POST' ? { body: '{}' } : {}
          const refused = await send(method, path, parameters(changes), body)
          expect(refused.status, `${method} ${name}`).to.equal(400)
          const { error, issues } = await refused.json()
          expect(error).to.equal('invalid')
          expect(issues.map((issue: { path: string }) => issue.path)).to.include(`query.${name}`)
        }
      })

      it('refuses a parameter that is given twice, broken encoding and an unknown method', async () => {
        const query = new URLSearchParams({ activityId, agent: JSON.stringify(learner), [id]: 'a' })
        if (path === 'agents/profile') query.delete('activityId')
        if (path === 'activities/profile') query.delete('agent')
        const headers = { ...authorization, 'X-Experience-API-Version': '1.0.3' }
        const twice = await fetch(`${server.xapi}/${path}?${query}&${id}=b`, { headers })
        expect(twice.status).to.equal(400)
        const patch = await fetch(`${server.xapi}/${path}?${query}`, { method: 'PATCH', headers })
        expect(patch.status).to.equal(405)
        const broken = await fetch(`${server.xapi}/${path}?${query}&%ff=%`, { headers })
        expect(broken.status).to.equal(400)
      })
    })
  }

  describe('a PUT without a precondition', () => {
    const put = (path: string, at: Query, version: XapiVersion) => statusOf('PUT', path, at, { version, body: '{}' })

    it('overwrites state in 1.0.3, as courses of cmi5 do', async () => {
      const at = state({ stateId: fresh() })
      expect(await put('activities/state', at, '1.0.3')).to.equal(204)
      expect(await put('activities/state', at, '1.0.3')).to.equal(204)
    })

    it('is refused in 2.0 when the document exists', async () => {
      for (const { path, parameters, id } of resources) {
        const at = parameters({ [id]: fresh() })
        expect(await put(path, at, '2.0.0'), path).to.equal(204)
        expect(await put(path, at, '2.0.0'), path).to.equal(409)
      }
    })

    it('of a profile is 400 for a new document in 1.0.3, and 409 for one that exists', async () => {
      for (const { path, parameters, id } of resources.slice(1)) {
        const at = parameters({ [id]: fresh() })
        expect(await put(path, at, '1.0.3'), path).to.equal(400)
        await send('POST', path, at, { body: '{}' })
        expect(await put(path, at, '1.0.3'), path).to.equal(409)
      }
    })
  })

  describe('state', () => {
    const path = 'activities/state'

    it('with a registration is another document than without', async () => {
      const at = state({ stateId: fresh() })
      await send('PUT', path, at, { body: 'utan', type: 'text/plain' })
      await send('PUT', path, { ...at, registration }, { body: 'med', type: 'text/plain' })
      expect(await textAt(path, at)).to.equal('utan')
      expect(await textAt(path, { ...at, registration: registration.toUpperCase() })).to.equal('med')
    })

    it('is listed and deleted for one registration or for all (XAPI-00193, XAPI-00194)', async () => {
      const own = { activityId: `${activityId}/${fresh()}` }
      await send('PUT', path, state({ ...own, stateId: 'a' }), { body: '1' })
      await send('PUT', path, state({ ...own, stateId: 'a', registration }), { body: '2' })
      await send('PUT', path, state({ ...own, stateId: 'b', registration }), { body: '3' })
      const context = state({ ...own, stateId: undefined })
      const list = async (more: Query = {}) => (await send('GET', path, { ...context, ...more })).json()
      expect(await list()).to.deep.equal(['a', 'b'])
      expect(await list({ registration })).to.deep.equal(['a', 'b'])
      expect(await statusOf('DELETE', path, { ...context, registration })).to.equal(204)
      expect(await list()).to.deep.equal(['a'])
      expect(await statusOf('DELETE', path, context)).to.equal(204)
      expect(await list()).to.deep.equal([])
    })

    it('belongs to an agent however it is written, and to no other', async () => {
      const at = state({ stateId: fresh() })
      await send('PUT', path, at, { body: '1' })
      const named = { objectType: 'Agent', name: 'Namn', account: { name: 'lots-1', homePage: 'https://example.org' } }
      expect(await statusOf('GET', path, { ...at, agent: named })).to.equal(200)
      const other = { account: { homePage: 'https://example.org', name: 'lots-2' } }
      expect(await statusOf('GET', path, { ...at, agent: other })).to.equal(404)
    })
  })

  it('refuses a document that is too large, and says how large it may be', async () => {
    const body = 'x'.repeat(server.lrs.config.limits.document + 1)
    const refused = await send('PUT', 'activities/state', state({ stateId: fresh() }), { body, type: 'text/plain' })
    expect(refused.status).to.equal(413)
    expect((await refused.json()).issues[0].message).to.include(String(server.lrs.config.limits.document))
  })

  it('keeps a content type that is not known, and one that is absent', async () => {
    const at = new URLSearchParams({ activityId, agent: JSON.stringify(learner), stateId: fresh() })
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    socket.write(
      `PUT /xapi/activities/state?${at} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Experience-API-Version: 1.0.3\r\n` +
        `Authorization: ${authorization.Authorization}\r\nContent-Length: 2\r\n\r\nyx`,
    )
    const [answer] = await once(socket, 'data')
    expect(String(answer)).to.match(/^HTTP\/1.1 204 /)
    const got = await fetch(`${server.xapi}/activities/state?${at}`, {
      headers: { ...authorization, 'X-Experience-API-Version': '1.0.3' },
    })
    expect(got.headers.get('content-type')).to.equal('application/octet-stream')
    expect(await got.text()).to.equal('yx')
  })

  it('keeps documents over a restart of the server', async () => {
    const at = state({ stateId: fresh() })
    await send('PUT', 'activities/state', at, { body: 'kvar', type: 'text/plain' })
    server = await server.restart()
    expect(await textAt('activities/state', at)).to.equal('kvar')
  })
})
