import { expect } from 'chai'
import { withCredential } from '../../support/credential.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import {
  headersIn,
  type RefusalBody,
  sendXapi,
  versions,
  type XapiRequest,
  xapiRequests,
} from '../../support/xapi-requests.ts'

const named = ({ method, path }: XapiRequest) => `${method} ${path}`

describe('conformance: every request', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  const refusalOf = async (answer: Response, status: number, about: string) => {
    expect(answer.status, about).to.equal(status)
    expect(answer.headers.get('content-type'), about).to.match(/^application\/json/)
    const refusal = (await answer.json()) as RefusalBody
    expect(refusal.message, about).to.match(/\S\.$/)
    expect(refusal.issues[0], about).to.have.keys('path', 'message', 'requirement')
    return refusal
  }

  describe('is taken as it is meant', () => {
    for (const version of versions) {
      it(`by every resource (${version})`, async () => {
        for (const request of xapiRequests()) {
          const answer = await sendXapi(server, request, headersIn(server, version))
          expect(answer.ok, `${named(request)}: ${await answer.text()}`).to.equal(true)
          expect(answer.headers.get('x-experience-api-version'), named(request)).to.equal(version)
        }
      })
    }
  })

  describe('without credentials that are valid (Communication 4.0)', () => {
    const wrong: Record<string, string | undefined> = {
      'no header': undefined,
      'an empty header': '',
      'an unknown key': `Basic ${btoa('RobCIsNot:AUserOnThisLRS123')}`,
      'a wrong secret': `Basic ${btoa('test-key:another-secret-of-many-characters')}`,
      'a wrong case of the secret': `Basic ${btoa('test-key:TEST-SECRET-OF-MANY-CHARACTERS')}`,
      'a malformed scheme': `Basic:${btoa('test-key:test-secret-of-many-characters')}`,
      'another scheme': 'Bearer test-secret-of-many-characters',
      'nothing after the scheme': 'Basic',
      'the credentials unencoded': 'Basic test-key:test-secret-of-many-characters',
      'an explicitly empty user': `Basic ${btoa(':')}`,
    }
    for (const [what, authorization] of Object.entries(wrong)) {
      it(`XAPI-00334: is answered with 401 by every resource, and changes nothing: ${what}`, async () => {
        for (const request of xapiRequests()) {
          const { 'X-Experience-API-Version': version = '' } = headersIn(server, '2.0.0')
          const headers: Record<string, string> = { 'X-Experience-API-Version': version }
          if (authorization !== undefined) headers.Authorization = authorization
          const answer = await sendXapi(server, request, headers)
          await refusalOf(answer, 401, named(request))
          expect(answer.headers.get('www-authenticate'), named(request)).to.equal(null)
          if (request.method !== 'PUT' && request.method !== 'POST') continue
          const again = await sendXapi(server, request, headersIn(server, '2.0.0'))
          expect(again.ok, `${named(request)} is new: ${await again.text()}`).to.equal(true)
        }
      })
    }

    it('XAPI-00335: is not what one with HTTP Basic is, in any case of the scheme', async () => {
      for (const scheme of ['Basic', 'basic', 'BASIC']) {
        const headers = headersIn(server, '2.0.0')
        const Authorization = headers.Authorization?.replace('Basic', scheme) ?? ''
        const [request] = xapiRequests()
        expect(request && (await sendXapi(server, request, { ...headers, Authorization })).status).to.equal(200)
      }
    })

    it('XAPI-00327: is told from one that is not allowed, which is 403', async () => {
      const weak = await withCredential(server, { scopes: [] })
      for (const request of xapiRequests()) {
        const answer = await sendXapi(server, request, headersIn(weak, '2.0.0'))
        await refusalOf(answer, 403, named(request))
      }
    })
  })

  describe('of a version (Communication 3.3)', () => {
    it('XAPI-00321: that names none is 400 everywhere, and the answer names the credential’s', async () => {
      for (const defaultVersion of versions) {
        const other = await withCredential(server, { scopes: ['all'], defaultVersion })
        for (const request of xapiRequests()) {
          const { Authorization = '' } = headersIn(other, defaultVersion)
          const answer = await sendXapi(server, request, { Authorization })
          const { issues } = await refusalOf(answer, 400, named(request))
          expect(issues[0]?.path).to.equal('header.X-Experience-API-Version')
          expect(answer.headers.get('x-experience-api-version')).to.equal(defaultVersion)
        }
      }
    })

    it('XAPI-00331: that is not spoken here is 400 everywhere', async () => {
      for (const version of [
        '0.9',
        '0.95',
        '1',
        '1.1.0',
        '1.0.',
        '1.0.x',
        '2.1.0',
        '3.0.0',
        ' ',
        '1.0.3, 2.0.0',
        'latest',
      ]) {
        for (const request of xapiRequests()) {
          const headers = { ...headersIn(server, '2.0.0'), 'X-Experience-API-Version': version }
          await refusalOf(await sendXapi(server, request, headers), 400, `${version} ${named(request)}`)
        }
      }
    })

    it('XAPI-00333: is named on every answer, exactly, refusals and OPTIONS too', async () => {
      const requests: XapiRequest[] = [
        ...xapiRequests(),
        { method: 'OPTIONS', path: 'statements', query: {} },
        { method: 'GET', path: 'about', query: {} },
        { method: 'GET', path: 'nowhere', query: {} },
        { method: 'DELETE', path: 'statements', query: {} },
        { method: 'GET', path: 'statements', query: { colour: 'red' } },
      ]
      for (const asked of ['1.0', '1.0.0', '1.0.3', '1.0.9', '2.0', '2.0.0', '2.0.7']) {
        for (const request of requests) {
          const headers = { ...headersIn(server, '2.0.0'), 'X-Experience-API-Version': asked }
          const answer = await sendXapi(server, request, headers)
          const expected = asked.startsWith('1') ? '1.0.3' : '2.0.0'
          expect(answer.headers.get('x-experience-api-version'), `${asked} ${named(request)}`).to.equal(expected)
        }
      }
    })

    it('XAPI-00315–00319: does not matter to About, which lists both and has nothing else', async () => {
      for (const version of ['', '0.9', '1.0.3', '2.0.0', 'x']) {
        const headers: Record<string, string> = version === '' ? {} : { 'X-Experience-API-Version': version }
        const answer = await sendXapi(server, { method: 'GET', path: 'about', query: {} }, headers)
        expect([answer.status, (await answer.json()) as unknown]).to.deep.equal([200, { version: ['1.0.3', '2.0.0'] }])
      }
    })
  })

  describe('with a parameter that is not known (Communication 3.2)', () => {
    for (const version of versions) {
      it(`XAPI-00324: is 400 everywhere, and changes nothing (${version})`, async () => {
        const about: XapiRequest = { method: 'GET', path: 'about', query: {} }
        for (const request of [...xapiRequests(), about]) {
          for (const name of ['colour', 'method', 'content', '__proto__', 'constructor', '']) {
            const query = { ...request.query }
            Object.defineProperty(query, name, { value: 'x', enumerable: true })
            const answer = await sendXapi(server, { ...request, query }, headersIn(server, version))
            const { issues } = await refusalOf(answer, 400, `${named(request)} ${name}`)
            expect(issues[0]?.path).to.match(/^query/)
          }
          expect((await sendXapi(server, request, headersIn(server, version))).ok, named(request)).to.equal(true)
        }
      })

      it(`XAPI-00325: is 400 in another case, everywhere (${version})`, async () => {
        for (const request of xapiRequests()) {
          for (const name of Object.keys(request.query)) {
            for (const other of [name.toUpperCase(), name[0]?.toUpperCase() + name.slice(1)]) {
              const { [name]: value = '', ...rest } = request.query
              const query = { ...rest, [other]: value }
              const answer = await sendXapi(server, { ...request, query }, headersIn(server, version))
              await refusalOf(answer, 400, `${named(request)} ${other}`)
            }
          }
        }
      })
    }
  })

  it('XAPI-00125, XAPI-00126: is answered to HEAD as to GET, but for the body, refusals too', async () => {
    const requests: XapiRequest[] = [
      ...xapiRequests().filter(({ method }) => method === 'GET'),
      { method: 'GET', path: 'about', query: {} },
      { method: 'GET', path: 'nowhere', query: {} },
      { method: 'GET', path: 'statements', query: { format: 'canonical', limit: '2' } },
      { method: 'GET', path: 'statements', query: { attachments: 'true', limit: '2' } },
      { method: 'GET', path: 'statements', query: { statementId: 'wrong' } },
      { method: 'GET', path: 'activities', query: {} },
      { method: 'GET', path: 'activities/state', query: {} },
    ]
    const [write, ...documents] = xapiRequests().filter(({ method }) => method === 'PUT')
    for (const request of [write, ...documents]) {
      if (request === undefined) continue
      await sendXapi(server, request, headersIn(server, '2.0.0'))
      requests.push({ method: 'GET', path: request.path, query: request.query })
    }
    const volatile = ['date', 'connection', 'keep-alive', 'x-experience-api-consistent-through']
    for (const version of versions) {
      for (const request of requests) {
        const headers = headersIn(server, version)
        const get = await sendXapi(server, request, headers)
        const head = await sendXapi(server, { ...request, method: 'HEAD' }, headers)
        const about = `${request.path} ${JSON.stringify(request.query)}`
        expect(head.status, about).to.equal(get.status)
        expect(await head.text(), about).to.equal('')
        const [ofHead, ofGet] = [head, get].map(({ headers }) =>
          [...headers]
            .filter(([name]) => !volatile.includes(name))
            .map(([name, value]) => `${name}: ${value.replace(/boundary=.*/, 'boundary')}`),
        )
        expect(ofHead, about).to.deep.equal(ofGet)
        if (get.ok)
          expect(Number(get.headers.get('content-length')), about).to.equal((await get.arrayBuffer()).byteLength)
      }
    }
  })

  it('OPTIONS is answered without credentials and version, and lets other origins in', async () => {
    for (const { path } of [...xapiRequests(), { path: 'about' }]) {
      const answer = await sendXapi(
        server,
        { method: 'OPTIONS', path, query: {} },
        { Origin: 'https://course.example' },
      )
      expect([answer.status, answer.headers.get('access-control-allow-origin')], path).to.deep.equal([204, '*'])
      const allowed = answer.headers.get('access-control-allow-headers')?.toLowerCase() ?? ''
      for (const name of ['authorization', 'x-experience-api-version', 'content-type', 'if-match', 'if-none-match']) {
        expect(allowed, path).to.include(name)
      }
      const exposed = answer.headers.get('access-control-expose-headers')?.toLowerCase()
      for (const name of ['etag', 'last-modified', 'x-experience-api-version', 'x-experience-api-consistent-through']) {
        expect(exposed, path).to.include(name)
      }
    }
  })

  it('Communication 3.2: a refusal is plain text to who asks for that, and JSON to everybody else', async () => {
    const request = { method: 'GET', path: 'statements', query: { statementId: 'wrong' } }
    const typeOf = async (accept: string) =>
      (await sendXapi(server, request, { ...headersIn(server, '2.0.0'), Accept: accept })).headers.get('content-type')
    expect(await typeOf('text/plain')).to.match(/^text\/plain/)
    expect(await typeOf('text/plain, application/json;q=0.5')).to.match(/^text\/plain/)
    for (const accept of ['*/*', 'application/json', 'application/json, text/plain, */*', 'text/html', 'image/png']) {
      expect(await typeOf(accept), accept).to.match(/^application\/json/)
    }
    const plain = await sendXapi(server, request, { ...headersIn(server, '2.0.0'), Accept: 'text/plain' })
    expect(await plain.text()).to.equal('query.statementId must be a UUID.')
  })
})
