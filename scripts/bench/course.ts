import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { openBrowser } from '../../test/support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../test/support/course-package.ts'
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

/** First Contentful Paint at 150 ms RTT, 1.6 Mbit/s and a CPU four times slower; the median of five fresh browsers. */
async function paint(chromium: string, course: BuiltCourse) {
  const site = await serve(course.scorm12)
  const paints: number[] = []
  for (let run = 0; run < 5; run++) {
    const browser = await openBrowser(chromium, { viewport: { width: 360, height: 780 } })
    const page = await browser.context.newPage()
    const cdp = await browser.context.newCDPSession(page)
    await cdp.send('Network.enable')
    const speed = 1.6e6 / 8
    const line = { offline: false, latency: 150, downloadThroughput: speed, uploadThroughput: speed }
    await cdp.send('Network.emulateNetworkConditions', line)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(`${site.url}index.html`, { waitUntil: 'networkidle' })
    paints.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    )
    await browser.close()
  }
  site.stop()
  console.log(
    `First Contentful Paint, slow      ${(median(paints) / 1000).toFixed(2)} s (150 ms, 1.6 Mbit/s, 4x slower CPU)`,
  )
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
