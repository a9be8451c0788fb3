import { expect } from 'chai'
import { activities, cmi5, verbs } from '../../../course/vocabulary.ts'
import { linkModel, revokeLinks } from '../../../lrs/accounts/link.ts'
import { personModel } from '../../../lrs/accounts/person.ts'
import { type LaunchServer, launch, startLaunchServer } from '../../support/launch-server.ts'
import { allowedStatement, definedStatement } from './session-statement.ts'

describe('a learner’s link', () => {
  let server: LaunchServer
  before(async () => {
    server = await startLaunchServer()
  })
  after(() => server.close())

  it('launches the course with the parameters of cmi5 8.1', async () => {
    const person = await server.enrol('Åsa Öberg')
    const answer = await fetch(await server.link(person), { redirect: 'manual' })
    expect(answer.status).to.equal(303)
    const location = new URL(answer.headers.get('location') ?? '')
    expect(location.origin).to.equal(server.url)
    expect(location.pathname).to.match(/^\/kurs\/fil\/[0-9a-f]{16}\/index\.html$/)
    expect([...location.searchParams.keys()]).to.deep.equal([
      'endpoint',
      'fetch',
      'actor',
      'registration',
      'activityId',
    ])
    expect(location.searchParams.get('endpoint')).to.equal(`${server.url}/xapi/`)
    expect(JSON.parse(location.searchParams.get('actor') ?? '')).to.deep.equal({
      account: { homePage: server.url, name: person._id },
    })
    expect(location.searchParams.get('registration')).to.equal(person.registration)
    expect(location.searchParams.get('activityId')).to.equal(`${server.url}/activities/demo/course`)
  })

  it('is neither kept nor told to others', async () => {
    const answer = await fetch(await server.link(await server.enrol('Åsa Öberg')), { redirect: 'manual' })
    expect(answer.headers.get('cache-control')).to.equal('no-store')
    expect(answer.headers.get('referrer-policy')).to.equal('no-referrer')
  })

  it('writes LMS.LaunchData and launched before the course starts (cmi5 9.3.1, 10)', async () => {
    const person = await server.enrol('Per Äng')
    const course = await launch(await server.link(person))
    expect(course.launchData).to.deep.equal({
      contextTemplate: {
        contextActivities: { grouping: [{ id: activities.course }] },
        extensions: { [cmi5.sessionId]: course.session.id },
      },
      launchMode: 'Normal',
      moveOn: 'Completed',
      returnURL: `${server.url}/kurs/slut`,
    })
    const [launched, ...others] = await server.statements({ registration: person.registration })
    expect(others).to.deep.equal([])
    expect(launched?.verb.id).to.equal(verbs.launched)
    expect(launched?.actor).to.deep.equal(course.session.actor)
    expect(launched?.object.id).to.equal(course.query.activityId)
    expect(launched?.context.contextActivities.category?.map(({ id }) => id)).to.deep.equal([cmi5.category])
    expect(launched?.context.contextActivities.grouping?.map(({ id }) => id)).to.deep.equal([activities.course])
    expect(launched?.context.extensions).to.deep.equal({
      [cmi5.sessionId]: course.session.id,
      [cmi5.launchMode]: 'Normal',
      [cmi5.launchUrl]: course.courseUrl,
      [cmi5.moveOn]: 'Completed',
    })
  })

  it('keeps registration and activity from launch to launch, with a new session each time', async () => {
    const person = await server.enrol('Åsa Öberg')
    const first = await launch(await server.link(person))
    const second = await launch(await server.link(person))
    expect(second.query.registration).to.equal(first.query.registration)
    expect(second.query.activityId).to.equal(first.query.activityId)
    expect(second.session.id).not.to.equal(first.session.id)
  })

  it('never puts a name into a statement', async () => {
    const person = await server.enrol('Gudrun Ängsvik')
    const course = await launch(await server.link(person))
    expect((await course.send(definedStatement(course.session, 'initialized'))).status).to.equal(200)
    expect((await course.send(allowedStatement(course.session))).status).to.equal(200)
    const stored = await server.statements({ registration: person.registration })
    expect(stored).to.have.length(3)
    expect(JSON.stringify(stored)).not.to.match(/Gudrun|Ängsvik/)
    const actor = { ...course.session.actor, name: person.name }
    expect((await course.send(allowedStatement(course.session, { actor }))).status).to.equal(403)
  })

  it('shows a page that says what to do when it is unknown, expired or revoked', async () => {
    const person = await server.enrol('Revoked')
    const revoked = await server.link(person)
    expect(await revokeLinks(server.lrs.connection, person._id, 'course')).to.equal(1)
    const expired = await server.link(person)
    const past = new Date(Date.now() - 1000)
    await linkModel(server.lrs.connection).updateMany(
      { person: person._id, revoked: { $exists: false } },
      { $set: { expires: past } },
    )
    const signIn = (await server.link(person, 'sign-in')).replace('/in/', '/kurs/')
    for (const link of [revoked, expired, signIn, `${server.url}/kurs/${'x'.repeat(43)}`, `${server.url}/kurs/kort`]) {
      const answer = await fetch(link, { redirect: 'manual' })
      expect(answer.status, link).to.equal(404)
      expect(answer.headers.get('content-type')).to.match(/^text\/html/)
      expect(await answer.text()).to.include('Be annars din lotssamordnare om en ny.')
    }
    expect(await server.statements({ registration: person.registration })).to.deep.equal([])
  })

  it('opens nothing when the person is gone', async () => {
    const person = await server.enrol('Erased')
    const link = await server.link(person)
    await personModel(server.lrs.connection).deleteOne({ _id: person._id })
    expect((await fetch(link, { redirect: 'manual' })).status).to.equal(404)
  })

  it('launches nothing for programs that only look: HEAD and prefetch', async () => {
    const person = await server.enrol('Looked at')
    const link = await server.link(person)
    expect((await fetch(link, { method: 'HEAD', redirect: 'manual' })).status).to.equal(200)
    const ahead = await fetch(link, { headers: { 'Sec-Purpose': 'prefetch;prerender' }, redirect: 'manual' })
    expect(ahead.status).to.equal(503)
    expect(await server.statements({ registration: person.registration })).to.deep.equal([])
  })

  it('gives the token once, always with 200 and JSON (cmi5 8.2)', async () => {
    const link = await server.link(await server.enrol('Åsa Öberg'))
    const location = new URL((await fetch(link, { redirect: 'manual' })).headers.get('location') ?? '')
    const fetchUrl = location.searchParams.get('fetch') ?? ''
    const read = await fetch(fetchUrl)
    expect(read.status).to.equal(405)
    const answers = await Promise.all([1, 2, 3].map(() => fetch(fetchUrl, { method: 'POST' })))
    const bodies = await Promise.all(answers.map((answer) => answer.json() as Promise<Record<string, string>>))
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200])
    expect(answers[0]?.headers.get('content-type')).to.match(/^application\/json/)
    expect(answers[0]?.headers.get('cache-control')).to.equal('no-store')
    expect(bodies.filter((body) => 'auth-token' in body)).to.have.length(1)
    expect(bodies.map((body) => body['error-code']).filter((code) => code !== undefined)).to.deep.equal(['1', '1'])
    const unknown = await fetch(`${server.url}/kurs/session/${'x'.repeat(43)}`, { method: 'POST' })
    expect(unknown.status).to.equal(200)
    expect(((await unknown.json()) as Record<string, string>)['error-code']).to.equal('2')
  })

  it('answers a fault of the server with code 3, not with another status', async () => {
    const link = await server.link(await server.enrol('Broken'))
    await launch(link)
    const location = new URL((await fetch(link, { redirect: 'manual' })).headers.get('location') ?? '')
    const { statements } = server.lrs
    const { append } = statements
    // the earlier session must be abandoned first, and that cannot be stored
    statements.append = () => Promise.reject(new Error('the disk is full'))
    try {
      const answer = await fetch(location.searchParams.get('fetch') ?? '', { method: 'POST' })
      expect(answer.status).to.equal(200)
      expect(((await answer.json()) as Record<string, string>)['error-code']).to.equal('3')
    } finally {
      statements.append = append
    }
  })
})
