import { expect } from 'chai'
import { linkModel } from '../../../lrs/accounts/link.ts'
import { enrolPerson, type Person, personModel } from '../../../lrs/accounts/person.ts'
import { webSessionModel } from '../../../lrs/accounts/web-session.ts'
import { type LaunchServer, startLaunchServer } from '../../support/launch-server.ts'

describe('signing in as granskare', () => {
  let server: LaunchServer
  let person: Person
  before(async () => {
    server = await startLaunchServer()
    const municipality = { slug: 'demo', homePage: server.url }
    person = await enrolPerson(server.lrs.connection, municipality, { name: 'Granskare', role: 'granskare' })
  })
  after(() => server.close())

  const press = (link: string, headers: Record<string, string> = { Origin: server.url }) =>
    fetch(link, { method: 'POST', headers, redirect: 'manual' })
  const open = (cookie: string) => fetch(`${server.url}/analys`, { headers: { Cookie: cookie }, redirect: 'manual' })
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie') ?? ''
  const signIn = async () => cookieOf(await press(await server.link(person, 'sign-in'))).split(';')[0] ?? ''
  /** Past the sign-in: the page itself, or the question for a purpose that comes before it. */
  const isIn = ({ status }: Response) => status === 200 || status === 303

  it('takes a press of the button; looking does not use the link up', async () => {
    const link = await server.link(person, 'sign-in')
    for (let look = 0; look < 3; look++) {
      const page = await fetch(link)
      expect(page.status).to.equal(200)
      expect(page.headers.get('cache-control')).to.equal('no-store')
      expect(page.headers.get('referrer-policy')).to.equal('same-origin')
      expect(await page.text()).to.match(/<form[^>]* method="post">\s*<button[^>]*>Logga in</)
    }
    const answer = await press(link)
    expect(answer.status).to.equal(303)
    expect(answer.headers.get('location')).to.equal('/analys')
    expect(cookieOf(answer)).to.match(/^session=[\w-]{43}; Max-Age=43200; Path=\/; .*HttpOnly; SameSite=Lax$/)
    expect(isIn(await open(cookieOf(answer).split(';')[0] ?? ''))).to.equal(true)
  })

  it('works once, also for many presses at the same time', async () => {
    const link = await server.link(person, 'sign-in')
    const answers = await Promise.all([1, 2, 3, 4].map(() => press(link)))
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 404, 404, 404])
    for (const answer of [await press(link), await fetch(link)]) {
      expect(answer.status).to.equal(404)
      expect(await answer.text()).to.include('Länken gäller inte längre')
    }
  })

  it('is refused with an expired link, a course link and a made-up one', async () => {
    const expired = await server.link(person, 'sign-in')
    await linkModel(server.lrs.connection).updateMany(
      { person: person._id, used: { $exists: false } },
      { $set: { expires: new Date(Date.now() - 1) } },
    )
    const course = (await server.link(person, 'course')).replace('/kurs/', '/in/')
    for (const link of [expired, course, `${server.url}/in/${'x'.repeat(43)}`]) {
      expect((await fetch(link)).status, link).to.equal(404)
      const answer = await press(link)
      expect(answer.status, link).to.equal(404)
      expect(cookieOf(answer)).to.equal('')
    }
  })

  it('is refused when another site sends the form', async () => {
    const link = await server.link(person, 'sign-in')
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: server.url, 'Sec-Fetch-Site': 'cross-site' },
      {},
    ]
    for (const headers of foreign) expect((await press(link, headers)).status).to.equal(403)
    expect((await press(link, { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })).status).to.equal(303)
  })

  it('opens nothing for those who are not signed in, have another role or are gone', async () => {
    expect((await open('')).status).to.equal(401)
    expect((await open(`session=${'x'.repeat(43)}`)).status).to.equal(401)
    const learner = await server.enrol('Åsa Öberg')
    const cookie = cookieOf(await press(await server.link(learner, 'sign-in'))).split(';')[0] ?? ''
    expect((await open(cookie)).status).to.equal(403)
    await personModel(server.lrs.connection).deleteOne({ _id: learner._id })
    expect((await open(cookie)).status).to.equal(401)
  })

  it('ends after twelve hours', async () => {
    const cookie = await signIn()
    expect(isIn(await open(cookie))).to.equal(true)
    await webSessionModel(server.lrs.connection).updateMany({}, { $set: { expires: new Date(Date.now() - 1) } })
    expect((await open(cookie)).status).to.equal(401)
  })

  it('ends with Logga ut, on the server too', async () => {
    const cookie = await signIn()
    const foreign = await press(`${server.url}/ut`, { Cookie: cookie, Origin: 'https://evil.example' })
    expect(foreign.status).to.equal(403)
    const answer = await press(`${server.url}/ut`, { Cookie: cookie, Origin: server.url })
    expect(answer.status).to.equal(303)
    expect(cookieOf(answer)).to.match(/^session=; .*Expires=Thu, 01 Jan 1970/)
    expect((await open(cookie)).status).to.equal(401)
    expect(await (await fetch(`${server.url}/ut`)).text()).to.include('Du är utloggad')
  })

  it('marks the cookie Secure when the server is reached by https', async () => {
    const secure = await startLaunchServer({ PUBLIC_URL: 'https://lots.example' })
    try {
      const link = await secure.link(await secure.enrol('Granskare'), 'sign-in')
      expect(cookieOf(await press(link, { 'Sec-Fetch-Site': 'same-origin' }))).to.include('; Secure')
    } finally {
      await secure.close()
    }
  })
})
