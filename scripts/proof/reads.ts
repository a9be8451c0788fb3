import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findOrCreateMunicipality } from '../../lrs/accounts/municipality.ts'
import { enrolPerson } from '../../lrs/accounts/person.ts'
import { createWebSession } from '../../lrs/accounts/web-session.ts'
import { purposeCookie } from '../../lrs/analysis/purpose.ts'
import { openStorage } from '../../lrs/storage/connection.ts'
import { temporaryFolder } from '../../test/support/folder.ts'
import { prepared } from '../../test/support/prepared.ts'
import { headers, type ServerProcess, startServerProcess } from '../../test/support/server-process.ts'
import { agent, type Json, statement } from '../../test/support/statement.ts'
import { type Proof, progress } from './proof.ts'

const stored = 100_000
const perSecond = 100
const rounds = 2

interface Figures {
  answers: number
  seconds: number
  p50: number
  p99: number
  max: number
}

interface Analyst {
  cookie: string
}

/** Where the analyst's reads run, by the file that starts the server. */
const servers = {
  'on the writing thread': join(import.meta.dirname, 'reads/one-thread.ts'),
  'on their own thread': undefined,
}

export const reads: Proof = {
  title: 'POST while an analyst reads much',
  async run() {
    const folder = temporaryFolder()
    try {
      const analyst = await fill(folder.path)
      const lines: string[] = []
      const best: Record<string, number> = {}
      for (let round = 1; round <= rounds; round++) {
        for (const [where, script] of Object.entries(servers)) {
          progress(`reads: ${where}, round ${round} of ${rounds}`)
          const server = await startServerProcess(folder.path, { ...(script && { script }) })
          for (const [what, figures] of await measure(server, analyst)) {
            lines.push(row(`${what}, ${where}`, figures))
            if (what === exporting) best[where] = Math.min(best[where] ?? Number.POSITIVE_INFINITY, figures.p99)
          }
          await server.end('SIGTERM')
        }
      }
      const [before = 0, after = 0] = Object.keys(servers).map((where) => best[where])
      assert(after < before, `p99 while exporting is ${after} ms with the thread and ${before} ms without`)
      return [...head, ...lines]
    } finally {
      progress('')
      folder.remove()
    }
  },
}

const head = [
  `${stored} statements stored; single POSTs at ${perSecond} a second (open loop) meanwhile, in milliseconds:`,
  '',
  '| meanwhile | POSTs | seconds | p50 | p99 | longest |',
  '|---|--:|--:|--:|--:|--:|',
]

function row(what: string, { answers, seconds, p50, p99, max }: Figures): string {
  return `| ${[what, answers, ...[seconds, p50, p99, max].map((figure) => figure.toFixed(1))].join(' | ')} |`
}

/** Stores what there is to read, and signs an analyst in. */
async function fill(folder: string): Promise<Analyst> {
  const storage = await openStorage(`embedded:${folder}`)
  for (let count = 0; count < stored; count += 1000) {
    progress(`reads: ${count} of ${stored} stored`)
    const batch = Array.from({ length: 1000 }, (_, index) => answer(count + index))
    await storage.statements.append('demo', prepared(storage.statements.now(), ...batch))
  }
  const given = { slug: 'demo', name: 'demo', homePage: 'http://127.0.0.1:8080' }
  const municipality = await findOrCreateMunicipality(storage.connection, given)
  const person = await enrolPerson(storage.connection, municipality, { name: 'Granskare', role: 'granskare' })
  const session = await createWebSession(storage.connection, person)
  await storage.close()
  const purpose = encodeURIComponent(purposeCookie(person._id, 'Följa upp hur kursen går i kommunen'))
  return { cookie: `session=${session}; syfte=${purpose}` }
}

/** One of 400 people answers one of 84 questions. */
function answer(number: number): Json {
  const question = `https://example.org/activities/question-${number % 84}`
  const choices = ['a', 'b', 'c'].map((id) => ({
    id,
    description: { sv: `Ett svar som är en mening lång, nämligen ${id}` },
  }))
  const definition = { name: { sv: 'Vad gör du först?' }, type: 'http://adlnet.gov/expapi/activities/cmi.interaction' }
  return statement({
    id: crypto.randomUUID(),
    actor: agent(`person-${number % 400}`),
    object: { id: question, definition: { ...definition, interactionType: 'choice', choices } },
    result: { response: 'abc'[number % 3], success: number % 3 === 0, duration: 'PT12.5S' },
  })
}

const exporting = `the export of all ${stored} rows as CSV`

async function measure(server: ServerProcess, { cookie }: Analyst): Promise<[what: string, figures: Figures][]> {
  const read = async (path: string) => {
    const answer = await fetch(server.url + path, { headers: { cookie, accept: 'text/html' } })
    await answer.arrayBuffer()
    assert.equal(answer.status, 200, path)
  }
  await post(server, wait(1000))
  return [
    ['nothing', await post(server, wait(3000))],
    [exporting, await post(server, read('/analys/csv'))],
    ['the page of events', await post(server, read('/analys'))],
    ['a search for a word nobody wrote', await post(server, read('/analys?text=obefintligt'))],
  ]
}

/** Sends at its pace whatever the answers do, until `end`; an answer's time counts from when it was due. */
async function post({ url }: ServerProcess, end: Promise<unknown>): Promise<Figures> {
  let over = false
  const ended = end.finally(() => {
    over = true
  })
  const times: number[] = []
  const sent: Promise<void>[] = []
  const begun = performance.now()
  while (!over) {
    const due = begun + (sent.length * 1000) / perSecond
    await wait(Math.max(0, due - performance.now()))
    sent.push(postOne(url).then(() => void times.push(performance.now() - due)))
  }
  await Promise.all([ended, ...sent])
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const seconds = (performance.now() - begun) / 1000
  return { answers: times.length, seconds, p50: at(0.5), p99: at(0.99), max: at(1) }
}

async function postOne(url: string): Promise<void> {
  const body = JSON.stringify(statement({ id: crypto.randomUUID() }))
  const answer = await fetch(`${url}/xapi/statements`, { method: 'POST', headers, body })
  await answer.arrayBuffer()
  assert.equal(answer.status, 200)
}
