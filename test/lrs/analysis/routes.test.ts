import { expect } from 'chai'
import { activities, verbs } from '../../../course/vocabulary.ts'
import { accessLogModel } from '../../../lrs/analysis/access-log-store.ts'
import { type AnalysisServer, purpose, type Reader, startAnalysisServer } from '../../support/analysis-server.ts'
import { readCsv } from '../../support/read-csv.ts'
import { statementsOf } from '../../support/seeded-course.ts'
import { agent, type Json, statement } from '../../support/statement.ts'

const ways = {
  first: { begins: '2026-11-24T12:31:10.000Z', choices: [0, 1, 2] },
  second: { begins: '2026-11-23T08:00:00.000Z', choices: [2, 1, 0] },
}
const sent = { first: statementsOf(ways.first), second: statementsOf(ways.second) }
const both = [...sent.first, ...sent.second]
const about = (question: string) => both.filter(({ object }) => object.id === activities.question(question)).length

const foreign = (changes: Json = {}) =>
  statement({ actor: { name: 'Fia Foreign', ...agent('fia.foreign') }, ...changes })

/** What a reader sees, tags and runs of blanks gone. */
const textOf = (html: string) =>
  html
    .replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const hrefs = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))

const countIn = (html: string) => /<h2>(\d+) händelser?<\/h2>/.exec(html)?.[1]

describe('analysisRoutes', () => {
  let server: AnalysisServer
  let reader: Reader
  let learner: { _id: string; pseudonym: string }

  before(async () => {
    server = await startAnalysisServer()
    reader = await server.signIn('demo')
    learner = await server.learn('demo', ways.first)
    await server.learn('demo', ways.second)
    await server.store('demo', foreign({ timestamp: '2026-11-22T22:59:59.999Z' }))
  })

  after(() => server.stop())

  const events = async (query: string) => {
    const html = await reader.text(`/analys?${query}`)
    return { html, count: countIn(html), text: textOf(html) }
  }

  describe('who may look', () => {
    const paths = ['/analys', '/analys/csv', '/analys/kolumner', '/analys/syfte', '/analys/radata/x']

    for (const path of paths) {
      it(`sends a stranger at ${path} to words about how to get in`, async () => {
        const answer = await fetch(server.url + path, { headers: { accept: 'text/html' }, redirect: 'manual' })
        expect(answer.status).to.equal(401)
        expect(await answer.text()).to.contain('Du behöver en inloggningslänk från din lotssamordnare.')
      })
    }

    it('shows another municipality nothing, whatever the address says', async () => {
      const other = await server.signIn('other')
      const [raw = ''] = hrefs(await reader.text('/analys')).filter((href) => href.startsWith('/analys/radata/'))
      expect(await other.text('/analys')).to.contain('Inga händelser än.')
      expect(textOf(await other.text(`/analys?person=${encodeURIComponent(learner.pseudonym)}`))).to.contain(
        '0 händelser',
      )
      expect((await other.get(raw)).status).to.equal(404)
      expect(readCsv(await other.text('/analys/csv'))).to.have.length(1)
    })

    it('asks for the purpose first, then leads to what was asked for', async () => {
      const newcomer = await server.signIn('demo', undefined)
      const answer = await newcomer.get('/analys?modul=M1')
      expect(answer.status).to.equal(303)
      const form = answer.headers.get('location') ?? ''
      expect(form).to.equal('/analys/syfte?till=%2Fanalys%3Fmodul%3DM1')
      expect(await newcomer.text(form)).to.contain('value="/analys?modul&#x3D;M1"')
      const stated = await state(newcomer, { syfte: 'annat', ord: 'Svara revisionen', till: '/analys?modul=M1' })
      expect([stated.status, stated.headers.get('location')]).to.deep.equal([303, '/analys?modul=M1'])
      const [cookie = ''] = (stated.headers.get('set-cookie') ?? '').split(';')
      const page = await fetch(`${server.url}/analys`, { headers: { cookie: `${newcomer.cookie}; ${cookie}` } })
      expect(textOf(await page.text())).to.contain('Syfte: Svara revisionen.')
    })

    it('takes no form without a purpose, none from another site, and never leads away', async () => {
      expect((await state(reader, { syfte: 'annat', ord: '  ' })).status).to.equal(400)
      expect((await state(reader, { syfte: 'hittat på' })).status).to.equal(400)
      expect((await state(reader, { syfte: 'svara' }, 'https://elsewhere.example')).status).to.equal(403)
      for (const till of ['https://elsewhere.example', '//elsewhere.example', '/analysx', '/ut']) {
        const stated = await state(reader, { syfte: 'svara', till })
        expect(stated.headers.get('location')).to.equal('/analys')
      }
    })

    it('does not take over another person’s purpose', async () => {
      const second = await server.signIn('demo', undefined)
      const [, theirs = ''] = reader.cookie.split('; ')
      const answer = await fetch(`${server.url}/analys`, {
        headers: { cookie: `${second.cookie}; ${theirs}` },
        redirect: 'manual',
      })
      expect(answer.status).to.equal(303)
    })

    const state = (who: Reader, form: Record<string, string>, origin = server.url) =>
      fetch(`${server.url}/analys/syfte`, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { cookie: who.cookie, origin },
        redirect: 'manual',
      })
  })

  describe('the events', () => {
    it('are sentences by day, newest first, with the outcome and a way to the raw data', async () => {
      const { text, count } = await events('')
      expect(Number(count)).to.equal(both.length + 1)
      expect(text).to.match(/Tisdag 24 november 2026.*Måndag 23 november 2026.*Söndag 22 november 2026/)
      expect(text).to.contain(`${learner.pseudonym} svarade Falskt på frågan Många dörrar in betyder`)
      expect(text).to.match(/kl\. 13\.31 Lots \w{3} började modul 1, Många dörrar in\./)
      for (const outcome of ['Rätt', 'Inte rätt', 'Klar', 'Rådata']) expect(text).to.contain(` ${outcome}`)
    })

    it('are filtered by each field alone', async () => {
      const counts = {
        person: (await events(`person=${encodeURIComponent(learner.pseudonym)}`)).count,
        handelse: (await events('handelse=completed')).count,
        aktivitet: (await events(`aktivitet=${encodeURIComponent(activities.module('M1'))}`)).count,
        modul: (await events('modul=M1')).count,
        fraga: (await events('fraga=Q-M1-1')).count,
        text: (await events(`text=${encodeURIComponent('SÄTT LOTSENS FYRA STEG')}`)).count,
      }
      expect(counts).to.deep.equal({
        person: String(sent.first.length),
        handelse: '2',
        aktivitet: '4',
        modul: String(both.length),
        fraga: String(about('Q-M1-1')),
        text: String(about('Q-M1-3')),
      })
    })

    it('are filtered by Swedish days, both included', async () => {
      expect((await events('fran=2026-11-24&till=2026-11-24')).count).to.equal(String(sent.first.length))
      expect((await events('till=2026-11-22')).count).to.equal('1')
      expect((await events('fran=2026-11-23&till=2026-11-23')).count).to.equal(String(sent.second.length))
    })

    it('keep the choice in the address, in the form and as chips that take it away', async () => {
      const { html } = await events('modul=M1&handelse=answered&fran=2026-11-24')
      expect(html).to.match(/<option value="M1" selected>1\. Många dörrar in<\/option>/)
      expect(html).to.contain('value="2026-11-24"')
      const chips = hrefs(html).filter((href) => href.startsWith('/analys?') && !href.includes('fraga='))
      expect(chips).to.include.members([
        '/analys?modul=M1&fran=2026-11-24',
        '/analys?handelse=answered&fran=2026-11-24',
        '/analys?handelse=answered&modul=M1',
      ])
      expect(hrefs(html)).to.include('/analys/csv?handelse=answered&modul=M1&fran=2026-11-24')
    })

    it('say so when there are none', async () => {
      expect((await events('modul=M9')).text).to.contain('Inga händelser i urvalet. Ta bort ett filter.')
    })

    it('say what is wrong with a date', async () => {
      const answer = await reader.get('/analys?fran=i%20g%C3%A5r')
      expect(answer.status).to.equal(400)
      const html = await answer.text()
      expect(html).to.contain('Skriv datumet så här: 2026-11-24').and.contain('aria-invalid="true"')
      expect(html).to.not.contain('Rådata')
    })

    it('refuse a page that nobody was sent to', async () => {
      expect((await reader.get('/analys?efter=x')).status).to.equal(400)
    })

    it('show the share right on the first try, striped under 60 percent, with the same figures in a table', async () => {
      const { html, text } = await events('modul=M1')
      expect(html).to.match(/<rect class="bar-low"/)
      expect(text).to.contain('Svårast är ”')
      expect(text).to.match(/Vad menas med Många dörrar in\? 50 % 2/)
    })

    it('show the answers per option of one question', async () => {
      const { text } = await events('fraga=Q-M1-1')
      expect(text).to.contain('1 av 2 svar var rätt på första försöket, 50 procent.')
      expect(text).to.match(/Alla som möter företag kan ta emot, förstå och lotsa vidare\. Rätt svar 50 % 1 2/)
    })
  })

  describe('many events', () => {
    let many: Reader

    before(async () => {
      const sent = Array.from({ length: 120 }, (_, index) =>
        statement({
          object: { id: `https://example.org/saw/${index}` },
          verb: { id: 'https://example.org/saw' },
          timestamp: new Date(Date.parse('2026-11-01T10:00:00.000Z') + index * 60_000).toISOString(),
        }),
      )
      await server.store('many', ...sent)
      many = await server.signIn('many')
    })

    it('are paged forwards and backwards, each shown once', async () => {
      const seen: string[] = []
      const pages: string[] = []
      let path: string | undefined = '/analys?handelse=https%3A%2F%2Fexample.org%2Fsaw'
      while (path !== undefined) {
        const html = await many.text(path)
        pages.push(path)
        seen.push(
          ...hrefs(html)
            .filter((href) => href.startsWith('/analys/radata/'))
            .map((href) => href.slice(15, 51)),
        )
        path = linkOf(html, 'Nästa sida')
      }
      expect([seen.length, new Set(seen).size, pages.length]).to.deep.equal([120, 120, 3])
      expect(linkOf(await many.text(pages[2] ?? ''), 'Föregående sida')).to.equal(pages[1])
      expect(linkOf(await many.text(pages[1] ?? ''), 'Föregående sida')).to.equal(pages[0])
      expect(linkOf(await many.text(pages[0] ?? ''), 'Föregående sida')).to.equal(undefined)
    })

    it('lead back from the raw data to the page they stood on', async () => {
      const second = linkOf(await many.text('/analys?handelse=https%3A%2F%2Fexample.org%2Fsaw'), 'Nästa sida') ?? ''
      const [raw = ''] = hrefs(await many.text(second)).filter((href) => href.startsWith('/analys/radata/'))
      expect(linkOf(await many.text(raw), 'Tillbaka till händelserna')).to.equal(second)
    })

    const linkOf = (html: string, text: string) =>
      [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)]
        .filter(([, , inside = '']) => textOf(inside).trim() === text)
        .map(([, href = '']) => hrefs(`href="${href}"`)[0])[0]
  })

  describe('people', () => {
    it('stand nowhere under their own name, address or number', async () => {
      const all = [await reader.text('/analys')]
      const links = hrefs(all[0] ?? '').filter((href) => href.startsWith('/analys/radata/'))
      for (const href of links.slice(-3)) all.push(await reader.text(href))
      all.push(await reader.text('/analys/csv'))
      for (const shown of all) expect(shown).to.not.match(new RegExp(`fia|${learner._id}`, 'i'))
    })

    it('keep one pseudonym in the list, the raw data and the file', async () => {
      const { text } = await events(`aktivitet=${encodeURIComponent('https://example.org/activities/question-1')}`)
      const pseudonym = /Extern [0-9A-Z]{4} [0-9A-Z]{4}/.exec(text)?.[0] ?? 'none'
      expect((await events(`person=${encodeURIComponent(pseudonym)}`)).count).to.equal('1')
      const [raw = ''] = hrefs(await reader.text('/analys'))
        .filter((href) => href.startsWith('/analys/radata/'))
        .slice(-1)
      expect(await reader.text(raw)).to.contain(`&quot;name&quot;: &quot;${pseudonym}&quot;`)
      expect(await reader.text('/analys/csv')).to.contain(`;${pseudonym};`)
    })

    it('have another pseudonym in another municipality', async () => {
      await server.store('third', foreign())
      const theirs = /Extern [0-9A-Z]{4} [0-9A-Z]{4}/.exec(await (await server.signIn('third')).text('/analys'))?.[0]
      expect(theirs).to.be.a('string')
      expect(await reader.text('/analys')).to.not.contain(theirs)
    })

    it('are no activities to choose from when they are the object', async () => {
      await server.store(
        'people',
        foreign({ verb: { id: 'https://example.org/met' }, object: { objectType: 'Agent', ...agent('gustav.gast') } }),
      )
      expect(await (await server.signIn('people')).text('/analys')).to.not.match(/gustav|fia/i)
    })
  })

  it('escapes what statements bring', async () => {
    const name = '<script>alert(1)</script><img src=x onerror="x">'
    await server.store(
      'evil',
      statement({
        object: { id: 'https://example.org/a', definition: { name: { sv: name } } },
        result: { response: name },
      }),
    )
    const html = await (await server.signIn('evil')).text('/analys')
    expect(html)
      .to.contain('&lt;script&gt;')
      .and.not.match(/<script|<img/)
  })

  it('has a policy without anything inline, and pages that keep to it', async () => {
    for (const path of ['/analys', '/analys/kolumner', '/analys/syfte']) {
      const answer = await reader.get(path)
      expect(answer.headers.get('content-security-policy')).to.contain("default-src 'none'").and.not.contain('unsafe')
      expect(answer.headers.get('cache-control')).to.equal('no-store')
      expect(await answer.text()).to.not.match(/<script|<style|\sstyle=|\son[a-z]+=/)
    }
  })

  describe('the file', () => {
    it('has the events of the same selection, under a name with the date', async () => {
      const answer = await reader.get('/analys/csv?modul=M1&handelse=answered&fran=2026-11-24')
      expect(answer.headers.get('content-type')).to.equal('text/csv; charset=utf-8')
      expect(answer.headers.get('content-disposition')).to.match(
        /^attachment; filename="?foretagslots-demo-\d{4}-\d\d-\d\d\.csv"?$/,
      )
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf])
      const [header = [], ...rows] = readCsv(bytes.toString('utf8').slice(1))
      const column = (name: string) => rows.map((row) => row[header.indexOf(name)])
      expect(rows).to.have.length(sent.first.length - 2)
      expect(new Set(column('Person'))).to.deep.equal(new Set([learner.pseudonym]))
      expect(new Set(column('Verb'))).to.deep.equal(new Set([verbs.answered]))
      expect(column('Svar')).to.include('Lyssna; Orientera; Ta stafetten; Stäm av')
      expect(column('Tid').every((time) => time?.startsWith('2026-11-24 13:'))).to.equal(true)
    })

    it('is longer than a page', async () => {
      const sent = Array.from({ length: 450 }, () => statement())
      await server.store('long', ...sent)
      expect(readCsv((await (await server.signIn('long')).text('/analys/csv')).slice(1))).to.have.length(451)
    })

    it('is explained column by column', async () => {
      const [header = []] = readCsv((await reader.text('/analys/csv?modul=M9')).slice(1))
      const text = textOf(await reader.text('/analys/kolumner'))
      for (const name of header) expect(text).to.contain(` ${name} `)
    })
  })

  it('logs who looked at what, why, and how much of it', async () => {
    const who = await server.signIn('demo')
    await who.text('/analys?modul=M1&handelse=completed')
    await who.text('/analys/csv?fraga=Q-M1-1')
    const [raw = ''] = hrefs(await who.text('/analys')).filter((href) => href.startsWith('/analys/radata/'))
    await who.text(raw)
    await who.text('/analys/kolumner')
    const entries = await accessLogModel(server.lrs.connection).find({ person: who.person._id }).sort({ at: 1 }).lean()
    expect(entries.map(({ what, query, rows, purpose }) => ({ what, query, rows, purpose }))).to.deep.equal([
      { what: 'events', query: 'handelse=completed&modul=M1', rows: 2, purpose },
      { what: 'csv', query: 'fraga=Q-M1-1', rows: about('Q-M1-1'), purpose },
      { what: 'events', query: '', rows: both.length + 1, purpose },
      { what: 'raw', query: raw.slice(15), rows: 1, purpose },
    ])
  })
})
