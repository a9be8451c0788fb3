import { expect } from 'chai'
import { agent, type Json, statement } from './statement.ts'

const clients = 10

/** One request to store statements, and how it was answered. */
interface Entry {
  statements: Json[]
  /** The status; 0 while there is none. */
  status: number
  /** Another statement with the id of one of these was acknowledged before. */
  conflicting: boolean
}

export interface TenClients {
  /** Servers of one store, one or several. */
  urls: string[]
  /** Of a credential that may do everything. */
  headers: Record<string, string>
  /** Requests of each client: rounds of about four. */
  rounds: number
  /** Whether ids that conflict come in the middle of batches too, which then must leave nothing behind. */
  conflictsInBatches: boolean
}

/**
 * Ten clients at once name the same three activities and agents: new statements singly and in batches, each twice at the same
 * time, known ones again as they were and as others. Then everything acknowledged must be there once as it was sent, and
 * nothing else; no answer but yes or, to what conflicts, 409.
 */
export async function expectAllKept(given: TenClients): Promise<void> {
  const ledger: Entry[] = []
  await Promise.all(Array.from({ length: clients }, (_, client) => write(given, client, ledger)))
  const refused = ledger.filter(({ conflicting }) => conflicting)
  const taken = ledger.filter(({ conflicting }) => !conflicting)
  expect([...new Set(refused.map(({ status }) => status))], 'what conflicts').to.deep.equal([409])
  expect([...new Set(taken.map(({ status }) => status))].sort(), 'what does not').to.deep.equal([200, 204])

  const found = await stored(given, 0)
  const texts = new Map(found.map((one) => [one.id, responseOf(one)]))
  expect(texts.size, 'none twice').to.equal(found.length)
  for (const one of taken.flatMap(({ statements }) => statements)) {
    expect(texts.get(one.id), 'acknowledged and stored').to.equal(responseOf(one))
  }
  const sent = new Set(taken.flatMap(({ statements }) => statements.map(({ id }) => id)))
  expect(new Set(texts.keys()), 'nothing else').to.deep.equal(sent)
  await expectFoundAlike(given, found)
}

/** Every server tells the same order, and by agent and activity as many as without. */
async function expectFoundAlike(given: TenClients, found: Json[]): Promise<void> {
  const order = found.map(({ id }) => id)
  for (const place of given.urls.keys()) expect((await stored(given, place)).map(({ id }) => id)).to.deep.equal(order)
  for (const query of [(n: number) => `agent=${JSON.stringify(agent(`lots${n}`))}`, activityQuery]) {
    const parts = await Promise.all([0, 1, 2].map((number) => stored(given, number, `&${query(number)}`)))
    expect(parts.flat(), query(0)).to.have.length(found.length)
  }
  for (const number of [0, 1, 2]) {
    const answer = await fetch(`${urlAt(given, number)}/xapi/activities?${activityQuery(number, 'activityId')}`, given)
    expect(await answer.json()).to.have.deep.nested.property('definition.name', { sv: `Fråga ${number}` })
  }
}

const activityOf = (number: number) => `https://example.org/activities/${number}`
const activityQuery = (number: number, name = 'activity') => `${name}=${encodeURIComponent(activityOf(number))}`
const responseOf = ({ result }: Json) => (result as Json).response
const urlAt = ({ urls }: TenClients, place: number) => urls[place % urls.length] ?? ''

function named(client: number, index: number): Json {
  const number = (client + index) % 3
  return statement({
    id: crypto.randomUUID(),
    actor: agent(`lots${number}`),
    object: { id: activityOf(number), definition: { name: { sv: `Fråga ${number}` } } },
    result: { response: `${client}.${index}` },
  })
}

async function write(given: TenClients, client: number, ledger: Entry[]): Promise<void> {
  for (let round = 0; round < given.rounds; round++) {
    const [url, another] = [urlAt(given, client + round), urlAt(given, client + round + 1)]
    const fresh = Array.from({ length: round % 2 === 0 ? 1 : 5 }, (_, place) => named(client, round * 10 + place))
    const known = ledger.findLast(({ status, conflicting }) => status === 200 && !conflicting)?.statements ?? []
    const changed = known.slice(0, 1).map((one) => ({ ...one, result: { response: `annat ${client}.${round}` } }))
    const beside = given.conflictsInBatches ? [named(client, round * 10 + 7), named(client, round * 10 + 8)] : []
    const send = async (url: string, statements: Json[], conflicting = false) => {
      const entry = { statements, conflicting, status: 0 }
      ledger.push(entry)
      entry.status = await post(url, statements, given.headers)
    }
    await Promise.all([
      send(url, fresh),
      send(another, fresh),
      send(url, [...known.slice(0, 2), named(client, round * 10 + 9)]),
      ...changed.map((one) => send(url, [...beside.slice(0, 1), one, ...beside.slice(1)], true)),
    ])
  }
}

/** One by itself goes by PUT as often as by POST. */
async function post(url: string, statements: Json[], headers: Record<string, string>): Promise<number> {
  const [first, ...others] = statements
  const put = others.length === 0 && Math.random() < 0.5
  const answer = await fetch(`${url}/xapi/statements${put ? `?statementId=${first?.id}` : ''}`, {
    method: put ? 'PUT' : 'POST',
    headers,
    body: JSON.stringify(others.length === 0 ? first : statements),
  })
  await answer.text()
  return answer.status
}

async function stored(given: TenClients, place: number, query = ''): Promise<Json[]> {
  const found: Json[] = []
  for (let path = `/xapi/statements?limit=500${query}`; path; ) {
    const page = await (await fetch(urlAt(given, place) + path, given)).json()
    found.push(...page.statements)
    path = page.more
  }
  return found
}
