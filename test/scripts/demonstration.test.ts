import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { expect } from 'chai'
import { personModel } from '../../lrs/accounts/person.ts'
import { prepareDemonstration } from '../../scripts/demonstration.ts'
import { temporaryFolder } from '../support/folder.ts'
import { basic, type LaunchServer, launch, startLaunchServer } from '../support/launch-server.ts'

describe('prepareDemonstration', () => {
  let server: LaunchServer
  before(async () => {
    server = await startLaunchServer()
  })
  after(() => server.close())

  it('gives a way in for the learner, the analyst and a program', async () => {
    const { learner, analyst, credential } = await prepareDemonstration(server.lrs)
    const course = await launch(learner.link)
    expect((await fetch(course.courseUrl)).status).to.equal(200)
    const signIn = await fetch(analyst.link, { method: 'POST', headers: { Origin: server.url }, redirect: 'manual' })
    expect(signIn.headers.get('location')).to.equal('/analys')
    const answer = await fetch(`${server.url}/xapi/statements`, {
      headers: {
        Authorization: basic(`${credential.key}:${credential.secret}`),
        'X-Experience-API-Version': '2.0.0',
      },
    })
    expect(answer.status).to.equal(200)
    expect(((await answer.json()) as { statements: unknown[] }).statements).to.have.length(1)
  })

  it('makes nobody new the second time, and keeps the learner’s old link', async () => {
    const people = () => personModel(server.lrs.connection).countDocuments({ municipality: 'demo' })
    const before = await prepareDemonstration(server.lrs)
    const count = await people()
    const after = await prepareDemonstration(server.lrs)
    expect(await people()).to.equal(count)
    const registrations = [await launch(before.learner.link), await launch(after.learner.link)]
    expect(registrations[0]?.query.registration).to.equal(registrations[1]?.query.registration)
    expect((await fetch(before.analyst.link)).status).to.equal(404)
    expect((await fetch(after.analyst.link)).status).to.equal(200)
  })
})

describe('npm start', () => {
  const folder = temporaryFolder()
  let server: LaunchServer
  before(async () => {
    server = await startLaunchServer()
  })
  after(async () => {
    await server.close()
    folder.remove()
  })

  /** Runs it where it cannot start, and returns what it says. */
  async function failure(env: Record<string, string>): Promise<string> {
    const script = join(import.meta.dirname, '../../scripts/start.ts')
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const errors = child.stderr.setEncoding('utf8').toArray()
    expect(await once(child, 'exit')).to.deep.equal([1, null])
    return (await errors).join('')
  }

  it('says what to do when the port is taken', async () => {
    const { port } = new URL(server.url)
    const text = await failure({ PORT: port, DATABASE_URL: `embedded:${folder.path}` })
    expect(text).to.include(`Port ${port} används redan`).and.include('npm start')
    expect(text).not.to.match(/\n\s+at /)
  })

  it('says what to do when it runs already', async () => {
    const text = await failure({ PORT: '0', DATABASE_URL: server.databaseUrl })
    expect(text).to.include('Stoppa den först').and.include(server.databaseUrl.replace('embedded:', ''))
    expect(text).not.to.match(/\n\s+at /)
  })
})
