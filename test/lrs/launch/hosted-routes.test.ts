import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { type LaunchServer, startLaunchServer } from '../../support/launch-server.ts'

describe('the hosted course’s files', () => {
  let server: LaunchServer
  let course: URL
  before(async () => {
    server = await startLaunchServer()
  })
  after(() => server.close())
  beforeEach(async () => {
    const link = await server.link(await server.enrol('Åsa Öberg'))
    course = new URL((await fetch(link, { redirect: 'manual' })).headers.get('location') ?? '')
  })

  const get = (path: string) => fetch(new URL(path, course))

  it('come with a policy that allows no inline script or style and nothing from elsewhere', async () => {
    const answer = await fetch(course)
    expect(answer.status).to.equal(200)
    expect(answer.headers.get('content-type')).to.equal('text/html; charset=utf-8')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).to.include("default-src 'none'")
    expect(policy).to.include("script-src 'self'")
    expect(policy).not.to.match(/unsafe|http|\*|data:/)
    expect(answer.headers.get('referrer-policy')).to.equal('no-referrer')
    expect(answer.headers.get('x-content-type-options')).to.equal('nosniff')
  })

  it('are kept by the browser, but not the document', async () => {
    expect((await fetch(course)).headers.get('cache-control')).to.equal('no-cache')
    const script = await get('course.js')
    expect(script.headers.get('cache-control')).to.equal('public, max-age=31536000, immutable')
    expect(await script.text()).to.include('åäö')
    expect((await get('course.css')).headers.get('content-type')).to.equal('text/css; charset=utf-8')
  })

  it('let a picture bring its own colours and nothing else', async () => {
    const picture = await get('pictures/house.svg')
    expect(picture.headers.get('content-type')).to.equal('image/svg+xml')
    expect(picture.headers.get('content-security-policy')).to.equal(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    )
  })

  it('are only those in the folder', async () => {
    for (const path of ['missing.js', '..%2f..%2fdata%2flrs.sqlite', './', 'pictures/']) {
      expect((await get(path)).status, path).to.equal(404)
    }
  })

  it('get a new address with a new build; the old one still works but is no longer kept', async () => {
    const old = new URL('course.js', course)
    writeFileSync(join(server.hostedCourse, 'course.js'), 'document.title = "ny"')
    const later = new Date(Date.now() + 5000)
    utimesSync(join(server.hostedCourse, 'index.html'), later, later)
    const link = await server.link(await server.enrol('Åsa Öberg'))
    const location = (await fetch(link, { redirect: 'manual' })).headers.get('location') ?? ''
    expect(new URL(location).pathname).not.to.equal(course.pathname)
    const answer = await fetch(old)
    expect(answer.headers.get('cache-control')).to.equal('no-cache')
    expect(await answer.text()).to.include('ny')
  })

  it('are said to be missing when nothing was built, and nothing is recorded then', async () => {
    const empty = await startLaunchServer({ HOSTED_COURSE: join(server.hostedCourse, 'pictures') })
    try {
      const person = await empty.enrol('Åsa Öberg')
      const answer = await fetch(await empty.link(person), { redirect: 'manual' })
      expect(answer.status).to.equal(503)
      expect(await answer.text()).to.include('npm run build')
      expect(await empty.statements({ registration: person.registration })).to.deep.equal([])
    } finally {
      await empty.close()
    }
  })

  it('lead back to a page that says how to come again', async () => {
    const answer = await fetch(`${server.url}/kurs/slut`)
    expect(answer.status).to.equal(200)
    expect(await answer.text()).to.include('Öppna den igen med din länk')
  })
})
