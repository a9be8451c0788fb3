import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { buildAll } from '../../build/build-all.ts'
import { openBrowser } from '../../test/support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../test/support/course-package.ts'
import { temporaryFolder } from '../../test/support/folder.ts'
import { m1 } from '../../test/support/m1-script.ts'
import { startLms } from '../../test/support/scorm12/lms.ts'
import { sitDown } from '../../test/support/sitting.ts'

const gzipped = (bytes: Buffer | string) => gzipSync(bytes, { level: 9 }).length
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`
const median = (figures: number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

/** Prints the course's figures: weight, first paint on a slow line and computer, what an answer costs the LMS, build time. */
export async function benchCourse(): Promise<void> {
  const times: number[] = []
  let course: BuiltCourse | undefined
  for (let run = 0; run < 3; run++) {
    course?.remove()
    const begun = performance.now()
    course = await buildCourse()
    times.push(performance.now() - begun)
  }
  if (!course) return
  console.log(`\nCourse\nbuild, every target               ${(median(times) / 1000).toFixed(1)} s`)
  for (const [name, folder] of [
    ['scorm12', course.scorm12],
    ['hosted', course.hosted],
  ] as const)
    weigh(name, folder)
  await buildEditions()
  const chromium = process.env.CHROME_PATH
  if (chromium) {
    await paint(chromium, course)
    await answers(chromium, course)
  } else console.log('no Chromium: first paint and LMS calls are not measured')
  course.remove()
}

/** First view: the document up to the end of the cover, style, script and fonts. */
function weigh(name: string, folder: string) {
  const read = (file: string) => readFileSync(join(folder, file))
  const html = read('index.html').toString()
  const cover = html.slice(0, html.indexOf('<div id="slot"'))
  const script = gzipped(read('course.js'))
  const style = gzipped(read('course.css'))
  const fonts = ['lots-grotesk', 'lots-serif'].map((font) => read(`fonts/${font}.woff2`).length)
  const first = gzipped(cover) + style + script + fonts.reduce((sum, bytes) => sum + bytes, 0)
  console.log(`${name.padEnd(8)} first view, gzipped ${kB(first)}  script ${kB(script)}  style ${kB(style)}`)
  console.log(`         whole document       ${kB(gzipped(html))}`)
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves a folder gzipped, as an LMS behind a usual web server does. */
async function serve(folder: string) {
  const server = createServer((req, res) => {
    const file = join(folder, new URL(req.url ?? '/', 'http://x').pathname)
    try {
      const type = types[extname(file)] ?? 'application/octet-stream'
      const bytes = readFileSync(file)
      const packed = type === 'font/woff2' ? bytes : gzipSync(bytes)
      res.writeHead(200, { 'content-type': type, ...(packed !== bytes && { 'content-encoding': 'gzip' }) }).end(packed)
    } catch {
      res.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() }
}

/** The words of the whole document and nothing else: what no page with the same text can beat. */
function plainPage(html: string): string {
  const words = html.replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '').replace(/<head>[\s\S]*?<\/head>|<[^>]*>/g, '')
  const lines = words.split('\n').filter((line) => line.trim())
  const head = '<!doctype html><html lang="sv"><meta charset="utf-8"><title>Text</title>'
  return `${head}${lines.map((line) => `<p>${line}</p>`).join('\n')}</html>`
}

interface Painted {
  /** First Contentful Paint in milliseconds. */
  first: number
  /** Cumulative Layout Shift until the network was still. */
  shift: number
}

/** One load in a fresh browser at 150 ms RTT, 1.6 Mbit/s and a CPU four times slower. */
async function paintOnce(chromium: string, url: string): Promise<Painted> {
  const browser = await openBrowser(chromium, { viewport: { width: 360, height: 780 } })
  const page = await browser.context.newPage()
  const cdp = await browser.context.newCDPSession(page)
  await cdp.send('Network.enable')
  const speed = 1.6e6 / 8
  const line = { offline: false, latency: 150, downloadThroughput: speed, uploadThroughput: speed }
  await cdp.send('Network.emulateNetworkConditions', line)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(url, { waitUntil: 'networkidle' })
  const painted = await page.evaluate(async () => {
    const shifts = await new Promise<PerformanceEntryList>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()))
      observer.observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => resolve([]), 500)
    })
    const values = shifts.map((entry) => Number(Reflect.get(entry, 'value')))
    return {
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      shift: values.reduce((sum, value) => sum + value, 0),
    }
  })
  await browser.close()
  return painted
}

/** First Contentful Paint and layout shift beside a plain page of the same text, in turn; the median of five of each. */
async function paint(chromium: string, course: BuiltCourse) {
  writeFileSync(join(course.scorm12, 'plain.html'), plainPage(readFileSync(join(course.scorm12, 'index.html'), 'utf8')))
  const site = await serve(course.scorm12)
  const ours: Painted[] = []
  const plain: Painted[] = []
  for (let run = 0; run < 5; run++) {
    ours.push(await paintOnce(chromium, `${site.url}index.html`))
    plain.push(await paintOnce(chromium, `${site.url}plain.html`))
  }
  site.stop()
  const [first, beside] = [ours, plain].map((runs) => median(runs.map((run) => run.first))) as [number, number]
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
  console.log(`First Contentful Paint, slow      ${seconds(first)} (150 ms, 1.6 Mbit/s, 4x slower CPU)`)
  console.log(
    `  a plain page of the same text   ${seconds(beside)}: ${(first / beside).toFixed(2)} times (at most 1.3)`,
  )
  console.log(
    `Cumulative Layout Shift           ${Math.max(...ours.map(({ shift }) => shift)).toFixed(3)} (at most 0.05)`,
  )
}

const editionCount = 290

/** Every municipality's own edition of one target. */
async function buildEditions() {
  const folder = temporaryFolder()
  const files = Array.from({ length: editionCount }, (_, n) => {
    const file = join(folder.path, `${n}.yaml`)
    const colour = `#${((n * 57_203) % 0xffffff).toString(16).padStart(6, '0')}`
    writeFileSync(file, `slug: kommun-${n}\nnamn: "Kommun ${n}"\nfarg: "${colour}"\n`)
    return file
  })
  const { seconds } = await buildAll({ out: join(folder.path, 'dist'), only: ['scorm12'], municipalities: files })
  folder.remove()
  console.log(`${editionCount} municipalities, scorm12        ${seconds.toFixed(1)} s (at most 60)`)
}

/** What one answer costs the LMS: calls to its API, and bytes of its own commit requests. */
async function answers(chromium: string, course: BuiltCourse) {
  const lms = await startLms(course.scorm12)
  const { browser, page, learner } = await sitDown(chromium, lms.url)
  await learner.begin()
  await m1.scenario(learner)
  await m1.reading(learner)
  await learner.saved()
  const calls: number[] = []
  const bytes: number[] = []
  for (const response of [['c'], ['false'], ['a', 'b', 'c', 'd'], ['a', 'b', 'd'], ['b']]) {
    const before = { calls: await page.evaluate(() => window.lms.calls.length), bytes: lms.bytes }
    await learner.answer(...response)
    await learner.saved()
    calls.push((await page.evaluate(() => window.lms.calls.length)) - before.calls)
    bytes.push(lms.bytes - before.bytes)
    await learner.nextQuestion()
    await learner.saved()
  }
  await browser.close()
  await lms.stop()
  console.log(
    `an answer costs the LMS           ${median(calls)} API calls, ${median(bytes)} bytes committed by this LMS`,
  )
}
