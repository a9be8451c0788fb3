import { randomInt, randomUUID } from 'node:crypto'
import { headers } from './server-process.ts'
import { agent, statement } from './statement.ts'

/** One request to store statements, as its sender knows it. */
export interface Entry {
  ids: string[]
  outcome: 'acknowledged' | 'unanswered' | `status ${number}`
}

/** What a store holds, beside what was sent to it. */
export interface Balance {
  requests: number
  acknowledged: number
  unanswered: number
  /** Answers that were neither 2xx nor missing, by status. */
  refused: Record<string, number>
  stored: number
  /** Ids: acknowledged and not there, refused and there all the same, there and never sent, there twice. */
  lost: string[]
  storedThoughRefused: string[]
  foreign: string[]
  twice: string[]
  /** Batches of which a part is there. */
  torn: Entry[]
  /** Ids found by their agent, but not otherwise, or the other way round. */
  indexedWrongly: string[]
}

/** Writes statements and remembers what became of each request. */
export interface Ledger {
  entries: Entry[]
  /** Sends one request, a statement by POST or PUT or a batch of up to 20, and notes its outcome. */
  send(url: string): Promise<Entry>
  /** Sends one after another until it gets no answer. */
  sendUntilCut(url: string): Promise<void>
  /** Reads everything the server has and compares. */
  balance(url: string): Promise<Balance>
}

/** @param padding characters in every statement beyond what it needs, to fill a disk */
export function createLedger(padding = 0): Ledger {
  const entries: Entry[] = []

  async function send(url: string): Promise<Entry> {
    const ids = Array.from({ length: Math.max(1, randomInt(40) - 19) }, () => randomUUID() as string)
    const extensions = { 'https://example.org/padding': 'x'.repeat(padding) }
    const statements = ids.map((id) => statement({ id, actor: agent('ledger'), context: { extensions } }))
    const put = ids.length === 1 && randomInt(2) === 0
    const entry: Entry = { ids, outcome: 'unanswered' }
    entries.push(entry)
    const answer = await fetch(`${url}/xapi/statements${put ? `?statementId=${ids[0]}` : ''}`, {
      method: put ? 'PUT' : 'POST',
      headers,
      body: JSON.stringify(ids.length === 1 ? statements[0] : statements),
    }).catch(() => undefined)
    await answer?.text().catch(() => undefined)
    if (answer) entry.outcome = answer.ok ? 'acknowledged' : `status ${answer.status}`
    return entry
  }

  return {
    entries,
    send,
    async sendUntilCut(url) {
      while ((await send(url)).outcome !== 'unanswered');
    },
    async balance(url) {
      const [found, byAgent] = [await storedIds(url), await storedIds(url, agent('ledger'))]
      return compare(entries, found, byAgent)
    },
  }
}

function compare(entries: Entry[], found: string[], byAgent: string[]): Balance {
  const present = new Set(found)
  const sent = new Set(entries.flatMap(({ ids }) => ids))
  const having = (outcome: Entry['outcome']) => entries.filter((entry) => entry.outcome === outcome)
  const refusals = entries.filter(({ outcome }) => outcome.startsWith('status'))
  const refused = Object.groupBy(refusals, ({ outcome }) => outcome)
  const indexed = new Set(byAgent)
  return {
    requests: entries.length,
    acknowledged: having('acknowledged').length,
    unanswered: having('unanswered').length,
    refused: Object.fromEntries(Object.entries(refused).map(([outcome, all]) => [outcome, all?.length ?? 0])),
    stored: present.size,
    lost: having('acknowledged').flatMap(({ ids }) => ids.filter((id) => !present.has(id))),
    storedThoughRefused: refusals.flatMap(({ ids }) => ids.filter((id) => present.has(id))),
    foreign: found.filter((id) => !sent.has(id)),
    twice: repeated(found),
    torn: entries.filter(({ ids }) => ids.some((id) => present.has(id)) && !ids.every((id) => present.has(id))),
    indexedWrongly: [...byAgent.filter((id) => !present.has(id)), ...found.filter((id) => !indexed.has(id))],
  }
}

function repeated(ids: string[]): string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.size === seen.add(id).size)
}

async function storedIds(url: string, of?: object): Promise<string[]> {
  const ids: string[] = []
  const query = of ? `&agent=${encodeURIComponent(JSON.stringify(of))}` : ''
  for (let path = `/xapi/statements?limit=500${query}`; path; ) {
    const page = await (await fetch(url + path, { headers })).json()
    ids.push(...page.statements.map(({ id }: { id: string }) => id))
    path = page.more
  }
  return ids
}

/** What a balance says that must never be. */
export function faultsOf(balance: Balance): Partial<Balance> {
  const { lost, storedThoughRefused, foreign, twice, torn, indexedWrongly } = balance
  const faults = { lost, storedThoughRefused, foreign, twice, torn, indexedWrongly }
  return Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))
}
