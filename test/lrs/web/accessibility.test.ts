import axe from 'axe-core'
import { expect } from 'chai'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { questions } from '../../../lrs/analysis/questions/questions.ts'
import { type AnalysisServer, type Reader, startAnalysisServer } from '../../support/analysis-server.ts'

const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const quiet = ['--disable-component-update', '--disable-sync']

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Every page in every state; `signedOut` is seen without the cookies. */
const pages: { name: string; path: string; signedOut?: true; press?: string }[] = [
  { name: 'the start page', path: '/' },
  { name: 'the events', path: '/analys' },
  { name: 'the second page of events', path: '/analys', press: 'Nästa sida' },
  { name: 'one question with filters', path: '/analys?fraga=Q-M1-4&fran=2026-11-01&till=2026-11-24' },
  { name: 'one order question', path: '/analys?fraga=Q-M1-3' },
  { name: 'no events', path: '/analys?modul=M9' },
  { name: 'a wrong date', path: '/analys?fran=i%20g%C3%A5r&till=2026-13-01' },
  { name: 'raw data', path: '/analys', press: 'Rådata' },
  { name: 'the columns', path: '/analys/kolumner' },
  { name: 'the questions', path: '/analys/fragor' },
  ...questions.map(({ slug }) => ({ name: `the question ${slug}`, path: `/analys/fragor/${slug}` })),
  { name: 'the purpose', path: '/analys/syfte' },
  { name: 'no purpose given', path: '/analys/syfte', press: 'Visa händelserna' },
  { name: 'not signed in', path: '/analys', signedOut: true },
  { name: 'not found', path: '/nowhere' },
]

const screens = [
  { name: 'a desk in daylight', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'a phone in the dark', width: 320, height: 640, colorScheme: 'dark' },
] as const

describe('the LRS pages in a browser', () => {
  let server: AnalysisServer
  let browser: Browser
  let reader: Reader

  before(async function () {
    const executablePath = process.env.CHROME_PATH
    if (executablePath === undefined) {
      if (process.env.CI === 'true') throw new Error('CHROME_PATH names no Chromium')
      this.skip()
    }
    server = await startAnalysisServer()
    reader = await server.signIn('demo')
    for (let day = 20; day < 25; day += 1) {
      await server.learn('demo', { begins: `2026-11-${day}T08:00:00.000Z`, choices: [day % 3, 1, 2, 0] })
    }
    browser = await chromium.launch({ executablePath, args: [...flags, ...quiet] })
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
  })

  for (const { name: screen, width, height, colorScheme } of screens) {
    describe(`on ${screen}`, () => {
      let context: BrowserContext

      before(async () => {
        context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'sv-SE' })
      })

      after(() => context?.close())

      for (const { name, path, signedOut, press } of pages) {
        it(`breaks no rule of axe and fits: ${name}`, async () => {
          await context.clearCookies()
          if (!signedOut) await context.addCookies(cookiesOf(reader.cookie, server.url))
          const page = await context.newPage()
          const complaints: string[] = []
          page.on('console', (message) => complaints.push(message.text()))
          await page.goto(server.url + path)
          if (press !== undefined) await pressed(page, press)
          expect(await violations(page)).to.deep.equal([])
          expect(await sideways(page)).to.equal(0)
          expect(complaints.filter((text) => text.includes('Content Security Policy'))).to.deep.equal([])
          await page.close()
        })
      }
    })
  }

  it('work without script: choosing a module and pressing Visa filters', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } })
    await context.addCookies(cookiesOf(reader.cookie, server.url))
    const page = await context.newPage()
    await page.goto(`${server.url}/analys`)
    await page.getByLabel('Fråga', { exact: true }).selectOption('Q-M1-1')
    await page.getByRole('button', { name: 'Visa', exact: true }).click()
    expect(new URL(page.url()).searchParams.get('fraga')).to.equal('Q-M1-1')
    await page.getByRole('link', { name: /^Ta bort filtret Vad menas med/ }).click()
    expect(new URL(page.url()).search).to.equal('')
    await context.close()
  })
})

function cookiesOf(header: string, url: string) {
  return header
    .split('; ')
    .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }))
}

async function pressed(page: Page, text: string): Promise<void> {
  await page.locator('main :is(a, button)', { hasText: text }).first().click()
  await page.waitForLoadState()
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (values) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values } }),
    wcag22AA,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
