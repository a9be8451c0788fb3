import { expect } from 'chai'
import { accessLogModel } from '../../../lrs/analysis/access-log-store.ts'
import { openDirectory } from '../../../lrs/analysis/directory.ts'
import { questions } from '../../../lrs/analysis/questions/questions.ts'
import { type AnalysisServer, type Reader, startAnalysisServer } from '../../support/analysis-server.ts'
import { replayGoldenLog } from '../../support/golden-statements.ts'
import { agent, statement } from '../../support/statement.ts'

const paths = ['/analys/fragor', ...questions.map(({ slug }) => `/analys/fragor/${slug}`)]

describe('questionRoutes', () => {
  let server: AnalysisServer
  let reportReader: Reader

  before(async () => {
    server = await startAnalysisServer()
    await replayGoldenLog(server.lrs.statements, 'demo')
    for (let day = 10; day < 17; day += 1) {
      await server.learn('demo', { begins: `2026-10-${day}T08:00:00.000Z`, choices: [day % 3, 1, 2, 0] })
    }
    await server.store('demo', statement({ actor: { name: 'Fia Foreign', ...agent('fia.foreign') } }))
    reportReader = await server.signInReportReader('demo')
  })

  after(() => server.stop())

  it('shows every question with its answer to a rapportläsare and to a granskare', async () => {
    for (const reader of [reportReader, await server.signIn('demo'), await server.signIn('demo', undefined)]) {
      const all = await reader.text('/analys/fragor')
      for (const { slug } of questions) expect(all).to.contain(`href="/analys/fragor/${slug}"`)
      const one = await reader.text('/analys/fragor/felval')
      expect(one).to.contain('<h1>Vilka felval är vanligast i scenarierna?</h1>')
      expect(one)
        .to.contain('Färre än fem, visas inte')
        .and.match(/<rect class="bar-/)
    }
  })

  it('leads a rapportläsare there from the sign-in, and shows nothing else', async () => {
    const start = await reportReader.get('/analys')
    expect([start.status, start.headers.get('location')]).to.deep.equal([303, '/analys/fragor'])
    for (const path of ['/analys/csv', '/analys/radata/x', '/analys/kolumner', '/analys/syfte']) {
      expect((await reportReader.get(path)).status, path).to.equal(403)
    }
    const menu = /<nav class="menu"[\s\S]*?<\/nav>/.exec(await reportReader.text('/analys/fragor'))?.[0] ?? ''
    expect(menu.match(/href="[^"]+"/g)).to.deep.equal(['href="/analys/fragor"'])
  })

  it('refuses strangers, and questions that nobody asks', async () => {
    for (const path of paths) expect((await fetch(server.url + path, { redirect: 'manual' })).status).to.equal(401)
    expect((await reportReader.get('/analys/fragor/vem')).status).to.equal(404)
  })

  it('gives a rapportläsare nobody’s pseudonym, name, id or statement', async () => {
    const { actors } = await openDirectory(server.lrs, 'demo')
    const { rows } = await server.lrs.statements.facts('demo', {}, { limit: 1000 })
    const keys = rows.flatMap(({ actor, id, json }) => [
      id,
      ...actor.split(/[|\s]/),
      JSON.parse(json).context?.registration,
    ])
    const secret = [...actors, ...keys.filter((key) => key?.length > 8 && !key.startsWith('http'))]
    expect(actors).to.have.length.above(19)
    for (const path of paths) {
      const html = await reportReader.text(path)
      for (const text of new Set(secret)) expect(html.includes(text), text).to.equal(false)
      expect(html).to.not.match(/Lots \w{3}\b|Extern \w{4}|[0-9a-f]{8}-[0-9a-f]{4}-/)
    }
  })

  it('answers from the reader’s own municipality only', async () => {
    const other = await server.signInReportReader('other')
    expect(await other.text('/analys/fragor'))
      .to.contain('Inga sådana svar ännu.')
      .and.not.match(/\d+ %/)
    expect(await other.text('/analys/fragor/felval')).to.not.contain('Ring växeln')
  })

  it('logs who asked what', async () => {
    const who = await server.signInReportReader('demo')
    await who.text('/analys/fragor')
    await who.text('/analys/fragor/tid')
    const entries = await accessLogModel(server.lrs.connection).find({ person: who.person._id }).sort({ at: 1 }).lean()
    const purpose = 'Läsa fasta tabeller'
    expect(entries.map(({ what, query, rows, purpose }) => ({ what, query, rows, purpose }))).to.deep.equal([
      { what: 'questions', query: '', rows: 6, purpose },
      { what: 'questions', query: 'tid', rows: 2, purpose },
    ])
  })

  it('has the pages’ strict policy, and keeps to it', async () => {
    for (const path of paths) {
      const answer = await reportReader.get(path)
      expect(answer.headers.get('content-security-policy')).to.contain("default-src 'none'").and.not.contain('unsafe')
      expect(answer.headers.get('cache-control')).to.equal('no-store')
      expect(await answer.text()).to.not.match(/<script|<style|\sstyle=|\son[a-z]+=/)
    }
  })
})
