import { expect } from 'chai'
import { createApp } from '../../lrs/app.ts'
import { type ForeignRequest, foreignRequests } from '../support/foreign-requests.ts'
import { addresses, callersOf, type Known, type Stranger, settle } from '../support/neighbours.ts'
import { routesOf } from '../support/routes.ts'
import { basic, startTestServer, type TestServer } from '../support/server.ts'

/** What stands in everything that must not come back, and what stands in everybody else's. */
const secretMark = 'Hemligt'
const openMark = 'Allmänt'

interface Answered {
  status: number
  headers: string
  text: string
}

describe('municipalities', () => {
  let server: TestServer
  let elsewhere: TestServer
  let victim: Known
  /** Two alike: one asks for what the victim has, the other for what nobody here has. */
  let stranger: Stranger
  let clueless: Stranger

  before(async () => {
    server = await startTestServer({ packages: '/nowhere', hostedCourse: '/nowhere' })
    elsewhere = await startTestServer()
    victim = await settle(server, 'alby', secretMark)
    stranger = { own: await settle(server, 'berg', openMark), of: victim }
    clueless = { own: await settle(server, 'ceby', openMark), of: await settle(elsewhere, 'doby', secretMark) }
  })
  after(async () => {
    await server.stop()
    await elsewhere.stop()
  })

  const routes = () => routesOf(createApp(server.lrs)).filter((route) => !route.startsWith('HEAD ') || !isGet(route))
  /** Express answers HEAD with what answers GET. */
  const isGet = (route: string) => routesOf(createApp(server.lrs)).includes(route.replace('HEAD', 'GET'))

  const ask = async (method: string, request: ForeignRequest, caller: Record<string, string>): Promise<Answered> => {
    const { path, headers, body } = request
    const answer = await fetch(server.url + path, {
      method,
      redirect: 'manual',
      headers: { 'X-Experience-API-Version': '2.0.0', ...caller, ...headers },
      ...(body !== undefined && { body }),
    })
    const text = Buffer.from(await answer.arrayBuffer()).toString()
    return { status: answer.status, headers: JSON.stringify([...answer.headers]), text }
  }

  it('are kept apart by every route: none is left out here, and none that is gone is named', () => {
    expect(Object.keys(foreignRequests).sort()).to.deep.equal(routes().sort())
  })

  it('get nothing of another’s, whatever they name and whoever they say they are, and learn nothing from refusals', async function () {
    this.timeout(300_000)
    const before = await everythingOf(server, victim)
    let written = ''
    for (const route of [...routes(), ...routes().filter((route) => route.startsWith('GET '))]) {
      const [method = '', path = ''] = route.split(' ')
      const sent = { '*': 'PATCH', USE: 'GET' }[method] ?? method
      const asked = [stranger, clueless].map(({ of }) => foreignRequests[route]?.(of) ?? [])
      for (const [index, request] of (asked[0] ?? []).entries()) {
        const said = decodeURIComponent(request.path + String(request.body ?? '').replaceAll('+', ' '))
        if (path.startsWith('/xapi') && /PUT|POST/.test(method)) written += said
        const [callers = {}, others = {}] = [stranger, clueless].map(({ own, of }) => callersOf(path, { own, of }))
        for (const [name, caller] of Object.entries(callers)) {
          const answer = await ask(sent, request, caller)
          const same = await ask(sent, asked[1]?.[index] as ForeignRequest, others[name] ?? {})
          const where = `${name}: ${sent} ${request.path}`
          expect(leaksIn(answer, said + written, victim), where).to.deep.equal([])
          expect(answer.status, `${where} ${answer.text}`).to.equal(same.status)
          if (path.startsWith('/xapi')) expect(masked(answer, stranger), where).to.equal(masked(same, clueless))
        }
      }
    }
    expect(await everythingOf(server, victim)).to.deep.equal(before)
  })
})

/** What of the victim’s stands in an answer, and the stranger neither asked with it nor wrote it. */
function leaksIn({ headers, text }: Answered, known: string, victim: Known): string[] {
  const answer = headers + text
  const leaked = Object.entries(victim).filter(([, value]) => answer.includes(value) && !known.includes(value))
  return [...leaked.map(([kind]) => kind), ...(answer.includes(secretMark) ? [secretMark] : [])]
}

/** The answer’s text without what tells one asker, or what is asked for, from another. */
function masked({ text }: Answered, { own, of }: Stranger): string {
  const known = [...Object.values(own), ...Object.values(of)].sort((a, b) => b.length - a.length)
  return known
    .reduce((masked, value) => masked.replaceAll(value, '…'), text)
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi, '…')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')
    .replace(/\?more=[\w-]+/g, '?more=…')
}

/** All that a municipality has, read with its own credential. */
async function everythingOf(server: TestServer, known: Known): Promise<string[]> {
  const at = addresses(known)
  const read = async (path: string, headers: Record<string, string> = basic(known.key, known.secret)) => {
    const answer = await fetch(`${server.xapi}/${path}`, { headers: { ...server.headers, ...headers } })
    return `${path} ${answer.status} ${(await answer.text()).replaceAll(/boundary=\S+|--[\w-]{36}(--)?/g, '')}`
  }
  const session = basic(known.sessionId, known.sessionSecret)
  const activity = new URLSearchParams({ activityId: known.activityId })
  return [
    ...(await Promise.all(Object.values(at).map((path) => read(path)))),
    await read('statements?attachments=true'),
    await read(`statements?voidedStatementId=${known.voidedId}`),
    await read(`activities?${activity}`),
    await read(at.state, session),
  ]
}
