import { expect } from 'chai'
import { verbs } from '../../../course/vocabulary.ts'
import { type LaunchedCourse, type LaunchServer, launch, startLaunchServer } from '../../support/launch-server.ts'
import { allowedStatement, definedStatement } from '../launch/session-statement.ts'

describe('the Statements resource, for a course session', () => {
  let server: LaunchServer
  let course: LaunchedCourse
  before(async () => {
    server = await startLaunchServer()
    course = await launch(await server.link(await server.enrol('Åsa Öberg')))
    expect((await course.send(definedStatement(course.session, 'initialized'))).status).to.equal(200)
  })
  after(() => server.close())

  const stored = async (id: string | undefined) => (await server.statements()).some((statement) => statement.id === id)

  async function expectForbidden(answer: Response, path: string): Promise<void> {
    expect(answer.status).to.equal(403)
    const { issues } = (await answer.json()) as { issues: { path: string }[] }
    expect(issues.map((issue) => issue.path)).to.include(path)
  }

  it('stores the learner’s own statements, with an authority of the server’s', async () => {
    const own = allowedStatement(course.session)
    expect(await (await course.send(own)).json()).to.deep.equal([own.id])
    const [found] = (await server.statements({ registration: course.session.registration })).filter(
      ({ id }) => id === own.id,
    )
    expect(found).to.deep.include({ actor: own.actor, timestamp: own.timestamp })
    expect(found).to.have.nested.property('authority.account.name', 'hosted-course')
  })

  it('refuses another actor', async () => {
    const actor = { account: { homePage: server.url, name: 'somebody-else' } }
    const foreign = allowedStatement(course.session, { actor })
    await expectForbidden(await course.send(foreign), 'statement.actor')
    expect(await stored(foreign.id)).to.equal(false)
  })

  it('refuses another registration, and none', async () => {
    const { context } = allowedStatement(course.session)
    for (const registration of [crypto.randomUUID(), undefined]) {
      const foreign = allowedStatement(course.session, { context: { ...context, registration } as never })
      await expectForbidden(await course.send(JSON.parse(JSON.stringify(foreign))), 'statement.context.registration')
    }
  })

  it('refuses to void', async () => {
    const own = allowedStatement(course.session)
    await course.send(own)
    const object = { objectType: 'StatementRef' as const, id: String(own.id) }
    await expectForbidden(
      await course.send(allowedStatement(course.session, { verb: { id: verbs.voided }, object })),
      'statement.verb.id',
    )
    expect(await stored(own.id)).to.equal(true)
  })

  it('refuses a whole batch for one statement of somebody else', async () => {
    const own = allowedStatement(course.session)
    const foreign = allowedStatement(course.session, { actor: { mbox: 'mailto:a@example.org' } })
    await expectForbidden(await course.send([own, foreign]), '[1].actor')
    expect(await stored(own.id)).to.equal(false)
  })

  it('shows no statements', async () => {
    for (const path of ['statements', `statements?statementId=${crypto.randomUUID()}`, 'statements?more=x']) {
      await expectForbidden(await course.request(path), 'header.Authorization')
    }
  })

  it('answers what is no statement as it answers everybody', async () => {
    expect((await course.send({ verb: 1 })).status).to.equal(400)
  })
})
