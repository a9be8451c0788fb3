import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { readMultipartAnswer, sha256 } from '../multipart.ts'
import type { TestServer } from '../server.ts'
import type { Json } from '../statement.ts'
import type { StatementResult } from '../statement-client.ts'
import { headersIn, type RefusalBody } from '../xapi-requests.ts'
import type { GeneratedRequest } from './requests.ts'

/** What a run of generated requests came to. */
export interface Tally {
  valid: number
  /** How often each requirement was named for a request that broke it. */
  refused: Map<string, number>
  /** The ids of all that must be stored, in lower case. */
  stored: Set<string>
}

export function createTally(): Tally {
  return { valid: 0, refused: new Map(), stored: new Set() }
}

/** Sends it: a valid one must be stored and read back equal, any other refused with the requirement that it breaks. */
export async function judge(server: TestServer, request: GeneratedRequest, tally: Tally): Promise<void> {
  const { method, query, headers, body, version, refused } = request
  const all = { ...headersIn(server, version), ...headers }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
  const sent = Buffer.from(body as string)
  const answer = await fetch(`${server.xapi}/statements${query && `?${query}`}`, { method, headers: given, body: sent })
  const text = await answer.text()
  if (refused) {
    expect(answer.status, text).to.equal(refused.status)
    const issues = (JSON.parse(text) as RefusalBody).issues.map(({ path, requirement }) => ({ path, requirement }))
    const there = issues.filter(({ path }) => path === (refused.path ?? path))
    expect(
      there.map(({ requirement }) => requirement),
      text,
    ).to.include(refused.requirement)
    tally.refused.set(refused.requirement, (tally.refused.get(refused.requirement) ?? 0) + 1)
    return
  }
  expect(answer.status, text).to.equal(method === 'PUT' ? 204 : 200)
  tally.valid += 1
  for (const statement of request.stored ?? []) {
    tally.stored.add(String(statement.id).toLowerCase())
    expect(await read(server, request, statement)).to.deep.equal(expected(server, statement, version))
  }
}

/** The statement as it is returned, but for `stored` and a timestamp that was not sent. */
async function read(server: TestServer, { version, data }: GeneratedRequest, { id, timestamp }: Json): Promise<Json> {
  const query = `statementId=${String(id)}${data ? '&attachments=true' : ''}`
  const answer = await fetch(`${server.xapi}/statements?${query}`, { headers: headersIn(server, version) })
  expect(answer.status).to.equal(200)
  const parts = data ? await readMultipartAnswer(answer) : []
  const found = (data ? JSON.parse(String(parts[0]?.content)) : await answer.json()) as Json
  expect(parts.slice(1).map(({ content }) => sha256(content))).to.deep.equal((data ?? []).map((one) => sha256(one)))
  const { stored, ...rest } = found
  expect(Date.parse(String(stored))).to.be.closeTo(Date.now(), 60_000)
  if (timestamp !== undefined) return rest
  expect(rest.timestamp).to.equal(stored)
  const { timestamp: _, ...others } = rest
  return others
}

/** What the specification has the LRS change in a statement, and nothing else (Data 2.4.6.2, 2.4.7–2.4.10). */
function expected(server: TestServer, sent: Json, version: string): Json {
  const { stored: _, ...rest } = JSON.parse(JSON.stringify(sent)) as Json
  const account = { homePage: server.lrs.config.publicUrl, name: server.key }
  return {
    ...normalised(rest),
    ...(rest.timestamp !== undefined && { timestamp: instantOf(String(rest.timestamp)) }),
    authority: { objectType: 'Agent', account },
    version: rest.version ?? (version === '1.0.3' ? '1.0.0' : '2.0.0'),
  }
}

function normalised(statement: Json): Json {
  const context = statement.context as Json | undefined
  const object = statement.object as Json
  const activities = Object.entries((context?.contextActivities ?? {}) as Json).map(([list, one]) => [
    list,
    [one].flat(),
  ])
  return {
    ...statement,
    object: object.objectType === 'SubStatement' ? normalised(object) : object,
    ...(context?.contextActivities !== undefined && {
      context: { ...context, contextActivities: Object.fromEntries(activities) },
    }),
  }
}

/** In UTC, cut to the millisecond: of the forms that are generated, Date reads none but the extended with a point. */
function instantOf(text: string): string {
  const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(.*)$/.exec(text)
  const extended = basic ? `${basic.slice(1, 4).join('-')}T${basic.slice(4, 6).join(':')}:${basic[6]}` : text
  const cut = extended.replace(',', '.').replace(/(\.\d{3})\d+/, '$1')
  return new Date(/(Z|[+-]\d\d:\d\d)$/.test(cut) ? cut : `${cut}Z`).toISOString()
}

/** The ids of everything that the server has, in lower case. */
export async function storedIds(server: TestServer): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let path = '/xapi/statements?limit=500'; path; ) {
    const page = (await (await fetch(server.url + path, { headers: server.headers })).json()) as StatementResult
    for (const { id } of page.statements) ids.add(String(id).toLowerCase())
    path = page.more
  }
  return ids
}

const grammarFiles = ['activity', 'actor', 'attachment', 'context', 'grammar', 'maps', 'result', 'statement']
/** What is said of an agent in a parameter, not in a statement. */
const ofParameters = ['Data 2.4.2']

/** Every requirement that the statement grammar names, taken from its source, so that a new one cannot be forgotten. */
export function grammarRequirements(): string[] {
  const named = grammarFiles.flatMap((file) => {
    const source = readFileSync(join(import.meta.dirname, `../../../lrs/xapi/${file}.ts`), 'utf8')
    return [...source.matchAll(/'((?:Data|xAPI 2\.0) \d[^'\n]*)'/g)].map(([, one = '']) => one)
  })
  return [...new Set(named)].filter((one) => !ofParameters.includes(one)).sort()
}
