import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import autocannon from 'autocannon'
import { activities, activityTypes, extensions, verbs } from '../../course/vocabulary.ts'
import { startChild } from './child.ts'
import { openLoop } from './open-loop.ts'

const key = 'bench'
const secret = 'bench-secret-that-is-long-enough-0123456789'
const headers = {
  authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
  'x-experience-api-version': '1.0.3',
  'content-type': 'application/json',
}
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const stored = 20_000
/** Single POSTs at a pace of their own, and what the 99th percentile of their answers is to be (milliseconds). */
const steady = { perSecond: 500, seconds: Number(process.env.BENCH_STEADY_SECONDS ?? 60), aim: 25 }
const people = 400

/** A learner's answer as the course sends it, the size of a real one. */
function answer(person: number) {
  return {
    actor: { account: { homePage: 'http://127.0.0.1/', name: `person-${person}` } },
    verb: { id: verbs.answered, display: { sv: 'svarade' } },
    object: {
      id: activities.question('Q-M1-1'),
      definition: {
        type: activityTypes.interaction,
        name: { sv: 'Vad menas med Många dörrar in?' },
        interactionType: 'choice',
        correctResponsesPattern: ['c'],
        choices: [
          { id: 'a', description: { sv: 'En utpekad person tar alla företagsärenden.' } },
          { id: 'b', description: { sv: 'Företaget lämnar samma ansökan till flera enheter samtidigt.' } },
          { id: 'c', description: { sv: 'Alla som möter företag kan ta emot, förstå och lotsa vidare.' } },
        ],
      },
    },
    result: { response: 'c', success: true, duration: 'PT12.5S' },
    context: {
      registration: '6fd0a3f7-2f8c-4c52-8c9a-1c1b7a3c0f11',
      contextActivities: {
        parent: [{ id: activities.quiz('M1') }],
        grouping: [{ id: activities.course }, { id: activities.module('M1') }],
      },
      extensions: { [extensions.question]: 'Q-M1-1', [extensions.revision]: 1, [extensions.try]: 1 },
    },
  }
}

interface Measure {
  name: string
  /** Statements a request carries, for the second figure. */
  each: number
  method: 'GET' | 'POST'
  path: (person: number) => string
  body?: (person: number) => unknown
}

const agent = (person: number) => encodeURIComponent(JSON.stringify(answer(person).actor))

function measures(id: string): Measure[] {
  const batch = (person: number) => Array.from({ length: 50 }, (_, n) => answer((person + n) % people))
  const path = () => '/xapi/statements'
  return [
    { name: 'POST 1', each: 1, method: 'POST', path, body: answer },
    { name: 'POST 50', each: 50, method: 'POST', path, body: batch },
    { name: 'GET 50', each: 50, method: 'GET', path: () => '/xapi/statements?limit=50' },
    { name: 'GET 50 by agent', each: 50, method: 'GET', path: (p) => `/xapi/statements?limit=50&agent=${agent(p)}` },
    { name: 'GET by id', each: 1, method: 'GET', path: () => `/xapi/statements?statementId=${id}` },
  ]
}

/** Closed loop at 10 connections: requests a second and the 50th and 99th percentile of the answer's time in ms. */
async function measure(url: string, what: Measure) {
  const requests = Array.from({ length: 100 }, (_, n) => ({
    method: what.method,
    path: what.path((n * 7) % people),
    headers,
    ...(what.body && { body: JSON.stringify(what.body((n * 7) % people)) }),
  }))
  const result = await autocannon({ url, connections: 10, duration: seconds, requests })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${what.name}: ${result.non2xx} refused, ${result.errors} errors`)
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

/** Stores what the searches search. Resolves with the id of one statement. */
async function fill(url: string): Promise<string> {
  let id = ''
  for (let n = 0; n < stored; n += 50) {
    const body = JSON.stringify(Array.from({ length: 50 }, (_, m) => answer((n + m) % people)))
    const res = await fetch(`${url}/xapi/statements`, { method: 'POST', headers, body })
    if (!res.ok) throw new Error(`filling the store: ${res.status} ${await res.text()}`)
    id = ((await res.json()) as string[])[0] ?? id
  }
  return id
}

/** Open loop: what single POSTs at a steady pace wait for. */
async function printSteady(url: string): Promise<void> {
  const post = async (number: number) => {
    const body = JSON.stringify(answer(number % people))
    const res = await fetch(`${url}/xapi/statements`, { method: 'POST', headers, body })
    await res.arrayBuffer()
    if (!res.ok) throw new Error(`POST: ${res.status}`)
  }
  await openLoop(post, { perSecond: 100, seconds: 2 })
  const { sent, p50, p99, max } = await openLoop(post, steady)
  const [median, late, latest] = [p50, p99, max].map((figure) => figure.toFixed(1))
  console.log(`\nLRS, ${stored} stored, open loop: ${sent} single POSTs, ${steady.perSecond} a second`)
  console.log(`p50 ${median} ms, p99 ${late} ms (aim: ${steady.aim} ms), longest ${latest} ms`)
}

/** Prints the LRS's figures beside a bare Express handler's, measured in turn in the same run. */
export async function benchLrs(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const lrs = await startChild('lrs/server.ts', {
    PORT: '0',
    DATABASE_URL: `embedded:${folder}`,
    XAPI_KEY: key,
    XAPI_SECRET: secret,
    // What waits is to be seen as time, not as refusals
    MAX_REQUESTS_AT_ONCE: '0',
    LOG_LEVEL: 'error',
  })
  const id = await fill(lrs.url)
  await printSteady(lrs.url)
  const page = Array.from({ length: 50 }, (_, n) => ({ ...answer(n), id: crypto.randomUUID() }))
  const bare = await startChild('scripts/bench/bare.ts', { BARE_ANSWER: JSON.stringify(page) })
  console.log(`\nLRS, ${stored} stored, 10 connections, ${seconds} s each (bare = Express alone, same run)`)
  console.log('                   requests/s  statements/s   p50 ms   p99 ms    bare/s    share')
  for (const what of measures(id)) {
    const ours = await measure(lrs.url, what)
    const beside = await measure(bare.url, what)
    const figures = [
      ours.rate.toFixed(0).padStart(10),
      (ours.rate * what.each).toFixed(0).padStart(13),
      ours.p50.toFixed(0).padStart(8),
      ours.p99.toFixed(0).padStart(8),
      beside.rate.toFixed(0).padStart(9),
      `${((100 * ours.rate) / beside.rate).toFixed(0)} %`.padStart(8),
    ]
    console.log(`${what.name.padEnd(18)} ${figures.join(' ')}`)
  }
  await Promise.all([lrs.stop(), bare.stop()])
  await rm(folder, { recursive: true })
}
