import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { createLink } from '../../lrs/accounts/link.ts'
import { enrolPerson } from '../../lrs/accounts/person.ts'
import { openStorage } from '../../lrs/storage/connection.ts'
import { temporaryFolder } from '../support/folder.ts'
import { basic } from '../support/server.ts'
import { headers, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { statement } from '../support/statement.ts'

const name = 'Ada Lindqvist-Personsson'
const mail = 'ada.lindqvist@example.org'
const secret = 'a-secret-that-somebody-typed'

describe("the server's log", () => {
  const folder = temporaryFolder()
  const data = join(folder.path, 'data')
  let server: ServerProcess
  let tokens: string[]

  before(async () => {
    server = await startServerProcess(data, { env: { LOG_LEVEL: 'debug' } })
    const storage = await openStorage(`embedded:${data}`, { beside: true })
    const municipality = { slug: 'demo', homePage: server.url }
    const person = await enrolPerson(storage.connection, municipality, { name, role: 'granskare' })
    tokens = [
      await createLink(storage.connection, person, 'course'),
      await createLink(storage.connection, person, 'sign-in'),
    ]
    await storage.close()
  })
  after(() => folder.remove())

  it('is JSON, and tells nothing of people, nor any secret, whatever happens', async () => {
    const actor = { name, mbox: `mailto:${mail}` }
    const send = (path: string, options: RequestInit = {}) =>
      fetch(server.url + path, { headers, redirect: 'manual', ...options }).then((answer) => answer.status)
    const post = (body: string, more: RequestInit = {}) => send('/xapi/statements', { method: 'POST', body, ...more })
    const agent = encodeURIComponent(JSON.stringify(actor))
    const id = randomUUID()
    const statuses = [
      await post(JSON.stringify(statement({ id, actor }))),
      await post(JSON.stringify(statement({ id, actor, result: { response: name } }))),
      await post(`{"actor": "${name}`),
      await post(JSON.stringify(statement({ actor, [name]: mail }))),
      await post('[]', { headers: { ...headers, ...basic(mail, secret) } }),
      await send(`/xapi/statements?agent=${agent}`),
      await send(`/xapi/statements?agent=${agent.slice(0, -6)}`),
      await send(`/xapi/activities/state?stateId=${mail}&agent=${agent}`),
      await send(`/kurs/${tokens[0]}`),
      await send(`/in/${tokens[1]}`),
      await send(`/in/${tokens[1]}`, { method: 'POST', headers: { Origin: server.url } }),
      await send(`/analys?text=${encodeURIComponent(name)}`),
    ]
    expect(statuses[0]).to.equal(200)
    // what the server itself does not understand is told with its stack
    rmSync(data, { recursive: true })
    expect(await send('/health')).to.equal(503)
    await server.end('SIGTERM')

    const lines = server.said().trim().split('\n')
    const entries = lines.map((line) => JSON.parse(line))
    for (const entry of entries) expect(entry).to.include.keys('time', 'level', 'message')
    expect(entries.filter(({ message }) => message === 'a request was answered').length).to.be.at.least(statuses.length)
    expect(entries.find(({ level }) => level === 'error')).to.have.nested.property('error.stack')
    const told = server.said()
    for (const part of [
      ...name.split(/[ -]/),
      'ada.lindqvist',
      secret,
      ...tokens,
      ...Object.values(basic(mail, secret)),
    ])
      expect(told, part).not.to.include(part)
  })
})
