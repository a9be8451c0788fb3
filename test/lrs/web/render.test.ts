import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { renderErrorPage } from '../../../lrs/web/error-page.ts'
import { renderPage } from '../../../lrs/web/render.ts'

const web = join(import.meta.dirname, '../../../lrs/web')
const templates = ['views', 'partials'].flatMap((folder) =>
  readdirSync(join(web, folder)).map((file) => [`${folder}/${file}`, readFileSync(join(web, folder, file), 'utf8')]),
)

describe('renderPage', () => {
  it('wraps a view in the frame, in Swedish', () => {
    const page = renderPage('message', {
      title: 'Hej',
      lines: ['Rad'],
      menu: [{ text: 'Här', href: '/h', current: true }],
      signOut: '/ut',
    })
    expect(page).to.match(/^<!doctype html>\n<html lang="sv">/)
    expect(page).to.contain('<title>Hej – Företagslots</title>')
    expect(page).to.contain('<a href="/h" aria-current="page">Här</a>')
    expect(page).to.contain('action="/ut"')
  })

  it('escapes everything', () => {
    const page = renderPage('message', { title: '<b>"\'&', lines: ['</p><script>'] })
    expect(page).to.contain('&lt;b&gt;&quot;&#x27;&amp;').and.contain('&lt;/p&gt;&lt;script&gt;')
  })

  it('refuses an unknown view and a name that the page lacks', () => {
    expect(() => renderPage('nowhere', { title: 'x' })).to.throw('no view "nowhere"')
    expect(() => renderPage('start', { title: 'x' })).to.throw('xapiUrl')
  })

  for (const [name = '', source = ''] of templates) {
    it(`finds nothing unescaped and nothing inline in ${name}`, () => {
      expect(source).to.not.match(/\{\{\{|\{\{~?&|<script|<style|\sstyle=|\son[a-z]+=/)
    })
  }
})

describe('renderErrorPage', () => {
  it('says in Swedish what the visitor can do', () => {
    expect(renderErrorPage({ status: 404 })).to.contain('Sidan finns inte')
    expect(renderErrorPage({ status: 403 })).to.contain('Sidan är inte för dig')
    expect(renderErrorPage({ status: 401 })).to.contain('Du behöver en inloggningslänk från din lotssamordnare.')
  })

  it('takes the words of its hundred for any other status', () => {
    expect(renderErrorPage({ status: 418 })).to.contain('Adressen går inte att läsa')
    expect(renderErrorPage({ status: 503, requestId: 'r-1' })).to.contain('Sidan gick inte att visa')
  })

  it('shows the request’s number for a fault of ours only', () => {
    expect(renderErrorPage({ status: 500, requestId: 'r-1' })).to.contain('r-1')
    expect(renderErrorPage({ status: 404, requestId: 'r-1' })).to.not.contain('r-1')
  })
})
