import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect } from 'chai'
import { listMunicipalities } from '../../lrs/accounts/municipality.ts'
import { personModel } from '../../lrs/accounts/person.ts'
import { temporaryFolder } from '../support/folder.ts'
import { type LaunchServer, launch, startLaunchServer } from '../support/launch-server.ts'

const script = join(import.meta.dirname, '../../scripts/links.ts')

describe('npm run links', () => {
  const folder = temporaryFolder()
  let server: LaunchServer
  before(async () => {
    server = await startLaunchServer()
  })
  after(async () => {
    await server.close()
    folder.remove()
  })

  /** Beside the running server, as the coordinator does it. */
  function links(...args: string[]): { status: number | null; rows: string[][]; errors: string } {
    const env = { ...process.env, DATABASE_URL: server.databaseUrl, PUBLIC_URL: server.url }
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' })
    const rows = stdout.split('\n').filter((line) => line !== '')
    return { status, rows: rows.map((row) => row.split('\t')), errors: stderr }
  }

  function list(content: string | Buffer): string {
    const path = join(folder.path, `${crypto.randomUUID()}.txt`)
    writeFileSync(path, content)
    return path
  }

  const people = (municipality = 'demo') => personModel(server.lrs.connection).find({ municipality }).lean()

  it('prints a name and a link that works for every name in a file from Windows', async () => {
    const { status, rows, errors } = links(
      '--municipality',
      'demo',
      list('\ufeffÅsa Öberg\r\n\r\nPer Äng\r\nåsa  öberg\r\n'),
    )
    expect(status).to.equal(0)
    expect(rows.map(([name]) => name)).to.deep.equal(['Åsa Öberg', 'Per Äng'])
    expect(errors).to.include('Åsa Öberg står flera gånger')
    for (const [name, link = ''] of rows) {
      const course = await launch(link)
      const person = (await people()).find(({ _id }) => _id === course.session.actor.account.name)
      expect(person?.name).to.equal(name)
      expect(person?.roles).to.deep.equal(['learner'])
    }
  })

  it('makes nobody twice: a second run gives new links to the same people, and the old links go on working', async () => {
    const file = list('Rune Ek\nSiv Ask')
    const [first, second] = [links('--municipality', 'demo', file), links('--municipality', 'demo', file)]
    expect(first.rows[0]?.[1]).not.to.equal(second.rows[0]?.[1])
    const registrations = []
    for (const { rows } of [first, second]) {
      registrations.push((await launch(rows[0]?.[1] ?? '')).query.registration)
    }
    expect(registrations[0]).to.equal(registrations[1])
    expect((await people()).filter(({ name }) => name === 'Rune Ek')).to.have.length(1)
  })

  it('takes links back', async () => {
    const file = list('Bo Rönn')
    const link = links('--municipality', 'demo', file).rows[0]?.[1] ?? ''
    const taken = links('--municipality', 'demo', '--revoke', list('Bo Rönn\nIngen Alls'))
    expect(taken.rows).to.deep.equal([
      ['Bo Rönn', 'återkallade länkar: 1'],
      ['Ingen Alls', 'finns inte'],
    ])
    expect((await fetch(link, { redirect: 'manual' })).status).to.equal(404)
    expect((await people()).map(({ name }) => name)).not.to.include('Ingen Alls')
  })

  it('prints a sign-in link for the role granskare, without a file too', async () => {
    for (const args of [[], [list('Åsa Öberg')]]) {
      const { rows } = links('--municipality', 'demo', '--role', 'granskare', ...args)
      expect(rows).to.have.length(1)
      const [name, link = ''] = rows[0] ?? []
      expect(link).to.include(`${server.url}/in/`)
      const answer = await fetch(link, { method: 'POST', headers: { Origin: server.url }, redirect: 'manual' })
      expect(answer.status).to.equal(303)
      expect((await people()).find((person) => person.name === name)?.roles).to.include('granskare')
    }
  })

  it('prints a sign-in link for the role rapportlasare', async () => {
    const { rows } = links('--municipality', 'demo', '--role', 'rapportlasare')
    expect(rows.map(([name]) => name)).to.deep.equal(['Rapportläsare'])
    const answer = await fetch(rows[0]?.[1] ?? '', {
      method: 'POST',
      headers: { Origin: server.url },
      redirect: 'manual',
    })
    expect(answer.status).to.equal(303)
    const made = (await people()).find(({ name }) => name === 'Rapportläsare')
    expect(made?.roles).to.deep.equal(['rapportlasare'])
  })

  it('refuses an unknown municipality and lists those there are', async () => {
    const { status, rows, errors } = links('--municipality', 'nowhere', list('Åsa Öberg'))
    expect(status).to.equal(1)
    expect(rows).to.deep.equal([])
    expect(errors).to.include('nowhere finns inte').and.include('demo (demo), other (other)').and.include('--create')
    expect(await people('nowhere')).to.deep.equal([])
  })

  it('makes a municipality when told its name', async () => {
    const args = ['--municipality', 'ekkoping', '--create', 'Ekköpings kommun', list('Åsa Öberg')]
    expect(links(...args).rows).to.have.length(1)
    const made = (await listMunicipalities(server.lrs.connection)).find(({ slug }) => slug === 'ekkoping')
    expect(made?.name).to.equal('Ekköpings kommun')
    expect(made?.homePage).to.equal(server.url)
  })

  const mistakes: [what: string, args: () => string[], words: string][] = [
    ['no municipality', () => [list('Åsa')], '--municipality saknas'],
    ['no file', () => ['--municipality', 'demo'], 'Filen med namn saknas'],
    ['a file that is not there', () => ['--municipality', 'demo', 'missing.txt'], 'går inte att läsa'],
    ['a file without names', () => ['--municipality', 'demo', list('\r\n \r\n')], 'har inga namn'],
    ['an unknown role', () => ['--municipality', 'demo', '--role', 'chef', list('Åsa')], 'Rollen chef finns inte'],
    ['an unknown option', () => ['--municipality', 'demo', '--everybody', list('Åsa')], '--everybody'],
    ['a slug that is none', () => ['--municipality', 'Å', '--create', 'Å kommun', list('Åsa')], 'Det var ”Å”'],
  ]
  for (const [what, args, words] of mistakes) {
    it(`says what to do about ${what}`, () => {
      const { status, errors } = links(...args())
      expect(status).to.equal(1)
      expect(errors).to.include(words)
      expect(errors).not.to.match(/\n\s+at /)
    })
  }
})
