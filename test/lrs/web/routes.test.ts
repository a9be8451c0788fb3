import { expect } from 'chai'
import { startTestServer, type TestServer } from '../../support/server.ts'

describe('webRoutes', () => {
  let server: TestServer

  before(async () => {
    server = await startTestServer()
  })

  after(() => server.stop())

  const page = (path: string) => fetch(server.url + path, { headers: { accept: 'text/html' } })

  it('says at / what this is and how to get in', async () => {
    const answer = await page('/')
    expect(answer.status).to.equal(200)
    expect(await answer.text())
      .to.contain('Du behöver en länk från din lotssamordnare.')
      .and.contain('/xapi')
  })

  it('serves stylesheet, fonts and icon under names with a hash, to be kept for ever', async () => {
    const html = await (await page('/')).text()
    const urls = [...html.matchAll(/href="(\/static\/[^"]+)"/g)].map(([, url = '']) => url)
    expect(urls.map((url) => url.replace(/-[0-9a-f]{12}\./, '.'))).to.deep.equal([
      '/static/lots-grotesk.woff2',
      '/static/lrs.css',
      '/static/door.svg',
    ])
    for (const url of urls) {
      const answer = await page(url)
      expect(answer.headers.get('cache-control')).to.contain('immutable')
      expect((await answer.arrayBuffer()).byteLength).to.be.above(200)
    }
  })

  it('names only fonts in the stylesheet that it serves', async () => {
    const html = await (await page('/')).text()
    const [, href = ''] = /href="(\/static\/lrs-[^"]+)"/.exec(html) ?? []
    const css = await (await page(href)).text()
    expect(css).to.match(/^\/\*[^*]+\*\/\n:root \{/)
    const fonts = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, font = '']) => font)
    expect(fonts).to.have.length(2)
    for (const font of fonts) {
      const answer = await page(`/static/${font}`)
      expect([answer.status, answer.headers.get('content-type')]).to.deep.equal([200, 'font/woff2'])
    }
  })

  it('answers what is not there with a page, its policy included', async () => {
    for (const path of ['/nowhere', '/static/lrs.css', '/static/..%2f..%2fpackage.json']) {
      const answer = await page(path)
      expect(answer.status).to.equal(404)
      expect(await answer.text()).to.contain('Sidan finns inte')
      expect(answer.headers.get('content-security-policy')).to.contain("default-src 'none'")
    }
  })
})
