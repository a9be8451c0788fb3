import { expect } from 'chai'
import { activities, cmi5, verbs } from '../../../course/vocabulary.ts'
import { sessionModel } from '../../../lrs/accounts/session.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'
import {
  basic,
  type LaunchedCourse,
  type LaunchServer,
  launch,
  startLaunchServer,
} from '../../support/launch-server.ts'
import { allowedStatement, definedStatement } from './session-statement.ts'

describe('a course session', () => {
  let server: LaunchServer
  let course: LaunchedCourse
  before(async () => {
    server = await startLaunchServer()
  })
  after(() => server.close())
  beforeEach(async () => {
    course = await launchFor(`Lots ${crypto.randomUUID()}`)
  })

  async function launchFor(name: string, municipality = 'demo'): Promise<LaunchedCourse> {
    return launch(await server.link(await server.enrol(name, municipality)))
  }

  async function begin(): Promise<void> {
    expect((await course.send(definedStatement(course.session, 'initialized'))).status).to.equal(200)
  }

  const stored = () => server.statements({ registration: course.query.registration, ascending: 'true' })

  async function refusal(answer: Response): Promise<{ status: number; requirements: string[] }> {
    const { issues } = (await answer.json()) as { issues: { requirement: string }[] }
    return { status: answer.status, requirements: issues.map(({ requirement }) => requirement) }
  }

  it('stores what the course sends, as its learner and in its registration', async () => {
    await begin()
    const answer = await course.send([allowedStatement(course.session), allowedStatement(course.session)])
    expect(answer.status).to.equal(200)
    const statements = await stored()
    expect(statements.map(({ verb }) => verb.id)).to.deep.equal([
      verbs.launched,
      verbs.initialized,
      verbs.answered,
      verbs.answered,
    ])
    for (const statement of statements) {
      expect(statement.actor).to.deep.equal(course.session.actor)
      expect(statement.context.registration).to.equal(course.query.registration)
    }
  })

  it('may write for nobody else: another actor, registration, session or municipality', async () => {
    await begin()
    const other = await launchFor('Per Äng')
    const foreign = await launchFor('Per Äng', 'other')
    const before = await stored()
    const mixed = (changes: Partial<LaunchedCourse['session']>) => allowedStatement({ ...course.session, ...changes })
    for (const statement of [
      allowedStatement(other.session),
      allowedStatement(foreign.session),
      mixed({ actor: other.session.actor }),
      mixed({ registration: other.session.registration }),
      mixed({ id: other.session.id }),
    ]) {
      expect((await refusal(await course.send(statement))).status).to.equal(403)
      expect((await course.send([allowedStatement(course.session), statement])).status).to.equal(403)
    }
    expect(await stored()).to.deep.equal(before)
  })

  it('may not void', async () => {
    await begin()
    const answer = allowedStatement(course.session)
    await course.send(answer)
    const { result: _, ...voiding } = allowedStatement(course.session, {
      verb: { id: verbs.voided },
      object: { objectType: 'StatementRef', id: answer.id ?? '' },
    })
    expect(await refusal(await course.send(voiding))).to.deep.equal({ status: 403, requirements: ['cmi5 6.3'] })
    expect((await stored()).map(({ id }) => id)).to.include(answer.id)
  })

  it('may not read statements', async () => {
    expect((await course.request('statements?limit=1')).status).to.equal(403)
  })

  it('reaches its own learner’s documents only', async () => {
    const other = await launchFor('Per Äng')
    const state = (from: LaunchedCourse, changes: Record<string, string> = {}) => {
      const { actor, registration, activityId } = from.query
      return `activities/state?${new URLSearchParams({ stateId: 'progress', agent: actor, registration, activityId, ...changes })}`
    }
    const put = (path: string) => course.request(path, { method: 'PUT', body: 'AQID' })
    expect((await put(state(course))).status).to.equal(204)
    expect(await (await course.request(state(course))).text()).to.equal('AQID')
    const { registration, activityId } = other.query
    for (const path of [
      state(other),
      state(course, { agent: other.query.actor }),
      state(course, { registration }),
      state(course, { activityId: `${activityId}/other` }),
    ]) {
      expect((await put(path)).status, path).to.equal(403)
      expect((await course.request(path)).status, path).to.equal(403)
    }
    const profile = (agent: string) =>
      `agents/profile?${new URLSearchParams({ profileId: 'cmi5LearnerPreferences', agent })}`
    expect((await course.request(profile(course.query.actor))).status).to.equal(404)
    expect((await course.request(profile(other.query.actor))).status).to.equal(403)
  })

  it('is of no use with another session’s secret or a made-up one', async () => {
    const other = await launchFor('Per Äng')
    for (const secret of ['', 'x'.repeat(43), other.session.id]) {
      const answer = await course.request('statements', {
        method: 'POST',
        headers: { Authorization: basic(`${course.session.id}:${secret}`) },
      })
      expect(answer.status).to.equal(401)
      expect(answer.headers.get('www-authenticate')).to.equal(null)
    }
  })

  it('takes each cmi5 verb once: the same id again passes, another is 403', async () => {
    const initialized = definedStatement(course.session, 'initialized')
    const completed = definedStatement(course.session, 'completed')
    for (const statement of [initialized, initialized, completed, completed]) {
      expect((await course.send(statement)).status).to.equal(200)
    }
    for (const verb of ['initialized', 'completed'] as const) {
      const again = await refusal(await course.send(definedStatement(course.session, verb)))
      expect(again).to.deep.equal({ status: 403, requirements: ['cmi5 9.3'] })
    }
    expect((await stored()).map(({ id }) => id).slice(1)).to.deep.equal([initialized.id, completed.id])
  })

  it('gives the verb to one of many that ask at once', async () => {
    await begin()
    const sent = [1, 2, 3, 4, 5].map(() => definedStatement(course.session, 'completed'))
    const answers = await Promise.all(sent.map((statement) => course.send(statement)))
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 403, 403, 403, 403])
  })

  it('counts allowed statements with the same verbs as often as they come', async () => {
    await begin()
    const moduleDone = () =>
      allowedStatement(course.session, { verb: { id: verbs.completed }, result: { completion: true } })
    expect((await course.send([moduleDone(), moduleDone()])).status).to.equal(200)
    expect((await course.send(definedStatement(course.session, 'completed'))).status).to.equal(200)
  })

  it('takes passed or failed, not both, and claims nothing for a refused batch', async () => {
    await begin()
    const contradictory = [definedStatement(course.session, 'passed'), definedStatement(course.session, 'failed')]
    expect((await course.send(contradictory)).status).to.equal(403)
    expect((await course.send(definedStatement(course.session, 'failed'))).status).to.equal(200)
    const both = [definedStatement(course.session, 'completed'), definedStatement(course.session, 'passed')]
    expect((await course.send(both)).status).to.equal(403)
    expect((await course.send(definedStatement(course.session, 'completed'))).status).to.equal(200)
  })

  it('takes completed and passed once per registration, and no failed after passed', async () => {
    const person = await server.enrol('Once and for all')
    const link = await server.link(person)
    course = await launch(link)
    await begin()
    const both = [definedStatement(course.session, 'completed'), definedStatement(course.session, 'passed')]
    expect((await course.send(both)).status).to.equal(200)
    course = await launch(link)
    await begin()
    for (const verb of ['completed', 'passed', 'failed'] as const) {
      expect((await course.send(definedStatement(course.session, verb))).status, verb).to.equal(403)
    }
  })

  it('begins with initialized', async () => {
    expect((await course.send(allowedStatement(course.session))).status).to.equal(403)
    await begin()
    expect((await course.send(allowedStatement(course.session))).status).to.equal(200)
  })

  it('ends with terminated: later statements are refused, earlier ones taken for two minutes', async () => {
    await begin()
    const timestamp = new Date().toISOString()
    const before = new Date(Date.now() - 1000).toISOString()
    const after = new Date(Date.now() + 1000).toISOString()
    expect((await course.send(definedStatement(course.session, 'terminated', { timestamp }))).status).to.equal(200)
    expect((await course.send(allowedStatement(course.session, { timestamp: after }))).status).to.equal(403)
    expect((await course.send(allowedStatement(course.session, { timestamp: before }))).status).to.equal(200)
    const { terminated } = (await sessionModel(server.lrs.connection).findOne({ _id: course.session.id }).lean()) ?? {}
    expect(terminated).to.be.instanceOf(Date)
    await age({ terminated: new Date(Date.now() - 120_001) })
    expect((await course.send(allowedStatement(course.session, { timestamp: before }))).status).to.equal(403)
  })

  it('expires', async () => {
    await begin()
    await age({ expires: new Date(Date.now() - 1) })
    expect((await course.send(allowedStatement(course.session))).status).to.equal(401)
  })

  it('lets no token be fetched an hour after the launch', async () => {
    const link = await server.link(await server.enrol('Slow'))
    const location = new URL((await fetch(link, { redirect: 'manual' })).headers.get('location') ?? '')
    const registration = location.searchParams.get('registration') ?? ''
    await sessionModel(server.lrs.connection).updateOne(
      { registration },
      { $set: { launched: new Date(Date.now() - 3_600_001) } },
    )
    const answer = await fetch(location.searchParams.get('fetch') ?? '', { method: 'POST' })
    expect(((await answer.json()) as Record<string, string>)['error-code']).to.equal('1')
  })

  it('is abandoned, once and with its duration, when the course is opened again (cmi5 9.3.6)', async () => {
    const person = await server.enrol('Two tabs')
    const link = await server.link(person)
    const first = await launch(link)
    course = first
    await begin()
    const timestamp = new Date(Date.now() + 90_000).toISOString()
    expect((await first.send(allowedStatement(first.session, { timestamp }))).status).to.equal(200)
    course = await launch(link)
    await launch(link)
    expect((await first.send(allowedStatement(first.session))).status).to.equal(403)
    const abandoned = (await stored()).filter(({ verb }) => verb.id === verbs.abandoned)
    expect(abandoned.map(({ context }) => context.extensions[cmi5.sessionId])).to.deep.equal([
      first.session.id,
      course.session.id,
    ])
    const [statement] = abandoned
    expect(statement?.result?.duration).to.match(/^PT9\d\.\d\dS$/)
    expect(statement?.object.id).to.equal(course.query.activityId)
    expect(statement?.context.contextActivities.category?.map(({ id }) => id)).to.deep.equal([cmi5.category])
    expect(statement?.context.contextActivities.grouping?.map(({ id }) => id)).to.deep.equal([activities.course])
  })

  it('is not abandoned when it was terminated, nor by a link that is only followed', async () => {
    const link = await server.link(await server.enrol('One tab'))
    course = await launch(link)
    await begin()
    await fetch(link, { redirect: 'manual' })
    expect((await course.send(allowedStatement(course.session))).status).to.equal(200)
    expect((await course.send(definedStatement(course.session, 'terminated'))).status).to.equal(200)
    await launch(link)
    expect((await stored()).map(({ verb }) => verb.id)).not.to.include(verbs.abandoned)
  })

  it('is not begun when a later launch has begun before it', async () => {
    const link = await server.link(await server.enrol('Double click'))
    const slow = new URL((await fetch(link, { redirect: 'manual' })).headers.get('location') ?? '')
    course = await launch(link)
    await begin()
    const answer = await fetch(slow.searchParams.get('fetch') ?? '', { method: 'POST' })
    expect(((await answer.json()) as Record<string, string>)['error-code']).to.equal('1')
    expect((await course.send(allowedStatement(course.session))).status).to.equal(200)
  })

  it('names every breach with its path', async () => {
    await begin()
    const statement = definedStatement(course.session, 'passed', { result: { success: false } } as Partial<Statement>)
    const answer = await course.send([allowedStatement(course.session), statement])
    const { error, issues } = (await answer.json()) as { error: string; issues: { path: string }[] }
    expect(error).to.equal('forbidden')
    expect(issues.map(({ path }) => path)).to.deep.equal(['[1].result.success', '[1].result.duration'])
  })

  async function age(changes: Record<string, Date>): Promise<void> {
    await sessionModel(server.lrs.connection).updateOne({ _id: course.session.id }, { $set: changes })
  }
})
