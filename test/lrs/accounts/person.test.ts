import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { createLink } from '../../../lrs/accounts/link.ts'
import { createPseudonym, enrolPerson, findPerson, personModel } from '../../../lrs/accounts/person.ts'
import { createSession, fetchAuthToken } from '../../../lrs/accounts/session.ts'
import { createWebSession } from '../../../lrs/accounts/web-session.ts'
import { openStorage, type Storage } from '../../../lrs/storage/connection.ts'
import { temporaryFolder } from '../../support/folder.ts'

describe('people', () => {
  const folder = temporaryFolder()
  const demo = { slug: 'demo', homePage: 'https://lots.example' }
  let storage: Storage
  before(async () => {
    storage = await openStorage(`embedded:${folder.path}`)
  })
  after(async () => {
    await storage.close()
    folder.remove()
  })

  const enrol = (name: string, municipality = demo) =>
    enrolPerson(storage.connection, municipality, { name, role: 'learner' })

  it('get a random id, a registration, the municipality’s homePage and a pseudonym', async () => {
    const person = await enrol('  Åsa   Öberg ')
    expect(person.name).to.equal('Åsa Öberg')
    expect(person.homePage).to.equal('https://lots.example')
    expect(person.pseudonym).to.match(/^Lots [34679CDFGHJKMNPRTVWX]{3}$/)
    expect(new Set([person._id, person.registration]).size).to.equal(2)
    for (const id of [person._id, person.registration])
      expect(id).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it('are made once, however many ask for them at once, and collect their roles', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => enrol('Per Äng')))
    expect(new Set(made.map(({ _id }) => _id)).size).to.equal(1)
    const both = await enrolPerson(storage.connection, demo, { name: 'per äng', role: 'granskare' })
    expect(both._id).to.equal(made[0]?._id)
    expect(both.roles).to.deep.equal(['learner', 'granskare'])
  })

  it('are different people in different municipalities, and found in their own only', async () => {
    const here = await enrol('Siv Ask')
    const there = await enrol('Siv Ask', { slug: 'other', homePage: 'https://lots.example' })
    expect(there._id).not.to.equal(here._id)
    expect(await findPerson(storage.connection, 'other', here._id)).to.equal(undefined)
    expect((await findPerson(storage.connection, 'demo', here._id))?.name).to.equal('Siv Ask')
  })

  it('never share a pseudonym in their municipality', async () => {
    // among 300 of 8,000 possible ones some are drawn twice
    const names = Array.from({ length: 300 }, (_, index) => `Lots nummer ${index}`)
    await Promise.all(names.map((name) => enrol(name, { slug: 'large', homePage: 'https://lots.example' })))
    const people = await personModel(storage.connection).find({ municipality: 'large' }).lean()
    expect(new Set(people.map(({ pseudonym }) => pseudonym)).size).to.equal(300)
  })

  it('have pseudonyms without look-alikes or vowels', () => {
    const drawn = Array.from({ length: 2000 }, createPseudonym).join('').replaceAll('Lots ', '')
    expect([...new Set(drawn)].sort().join('')).to.equal('34679CDFGHJKMNPRTVWX')
  })

  it('leave no token of theirs in the database', async () => {
    const { connection } = storage
    const person = await enrol('Åsa Öberg')
    const { fetchToken } = await createSession(connection, person, 'https://lots.example/course')
    const fetched = await fetchAuthToken(connection, fetchToken)
    const authToken = 'authToken' in fetched ? fetched.authToken : ''
    const secret = Buffer.from(authToken, 'base64').toString().split(':')[1] ?? ''
    const tokens = [
      await createLink(connection, person, 'course'),
      await createLink(connection, person, 'sign-in'),
      await createWebSession(connection, person),
      fetchToken,
      secret,
    ]
    const stored = readdirSync(folder.path).map((name) => readFileSync(join(folder.path, name), 'latin1'))
    expect(stored.join('')).to.include(person._id)
    for (const token of tokens) {
      expect(token).to.match(/^[\w-]{43}$/)
      expect(stored.join('')).not.to.include(token)
    }
  })
})
