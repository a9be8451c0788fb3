import { expect } from 'chai'
import { verbs } from '../../course/vocabulary.ts'
import { startAnalysisServer } from '../support/analysis-server.ts'
import { type FerretDb, standIn, startFerretDb } from '../support/ferretdb.ts'
import { type LaunchServer, launch, startLaunchServer } from '../support/launch-server.ts'
import { allowedStatement, definedStatement } from './launch/session-statement.ts'

describe('the server on MongoDB', () => {
  let database: FerretDb
  let server: LaunchServer

  before(async function () {
    database = await startFerretDb(this)
    server = await startLaunchServer({ DATABASE_URL: database.newDatabase() }, standIn)
  })
  after(async () => {
    await server?.close()
    await database?.stop()
  })

  it('takes a learner through a session, claims and place in the course included', async () => {
    const course = await launch(await server.link(await server.enrol('Åsa Öberg')))
    const { activityId, actor, registration } = course.query
    const place = `activities/state?${new URLSearchParams({ stateId: 'plats', agent: actor, registration, activityId })}`
    const octets = { 'Content-Type': 'application/octet-stream' }
    for (const body of ['M1-1', 'M1-2']) {
      expect((await course.request(place, { method: 'PUT', body, headers: octets })).status).to.equal(204)
    }
    expect(await (await course.request(place)).text()).to.equal('M1-2')

    const sent = [
      definedStatement(course.session, 'initialized'),
      allowedStatement(course.session),
      [allowedStatement(course.session), allowedStatement(course.session)],
      definedStatement(course.session, 'completed'),
    ]
    for (const statements of sent) expect((await course.send(statements)).status).to.equal(200)
    expect((await course.send(definedStatement(course.session, 'completed'))).status).to.equal(403)
    expect((await course.send(definedStatement(course.session, 'terminated'))).status).to.equal(200)

    const stored = await server.statements({ registration, ascending: 'true' })
    const { launched, initialized, answered, completed, terminated } = verbs
    expect(stored.map(({ verb }) => verb.id)).to.deep.equal([
      launched,
      initialized,
      answered,
      answered,
      answered,
      completed,
      terminated,
    ])
  })

  it('keeps municipalities apart', async () => {
    const course = await launch(await server.link(await server.enrol('Per Äng', 'other')))
    await course.send(definedStatement(course.session, 'initialized'))
    const { registration } = course.query
    expect(await server.statements({ registration }, 'other')).to.have.length(2)
    expect(await server.statements({ registration }, 'demo')).to.deep.equal([])
  })

  it('shows the analyst what happened, and gives it as CSV', async () => {
    const analysis = await startAnalysisServer({ databaseUrl: database.newDatabase() }, standIn)
    const { pseudonym } = await analysis.learn('demo', { begins: '2026-11-24T09:00:00Z', choices: [0, 1] })
    await analysis.learn('grannby', { begins: '2026-11-24T10:00:00Z', choices: [0] })
    const reader = await analysis.signIn('demo')
    const page = await reader.text('/analys')
    expect(page).to.contain(pseudonym)
    const rows = (await reader.text('/analys/csv')).trim().split('\r\n')
    expect(rows).to.have.length(1 + (await analysis.lrs.statements.countFacts('demo', {})))
    expect(rows.length).to.be.above(4)
    await analysis.stop()
  })

  it('answers /health', async () => {
    const answer = await fetch(`${server.url}/health`)
    expect(answer.status).to.equal(200)
  })
})
