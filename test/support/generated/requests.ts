import fc, { type Arbitrary } from 'fast-check'
import type { XapiVersion } from '../../../lrs/accounts/access.ts'
import {
  attachment,
  dataPart,
  multipartBody,
  multipartType,
  sha256,
  statementsPart,
  type TestPart,
} from '../multipart.ts'
import { type Json, statement } from '../statement.ts'
import { versions } from '../xapi-requests.ts'
import { type BrokenStatement, brokenStatement, brokenStatements } from './broken-statement.ts'
import { validStatement } from './fragments.ts'

/** A request to the Statements resource, and what must come of it. */
export interface GeneratedRequest {
  method: 'POST' | 'PUT'
  query: string
  /** Without those that every request of the server's own credential has; an empty one is left out. */
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer>
  version: XapiVersion
  /** What is to be stored; absent in a request that is to be refused. */
  stored?: Json[]
  /** Data of attachments, by their hash, that comes back with them. */
  data?: string[]
  refused?: { status: number; requirement: string; path?: string }
}

const json = { 'Content-Type': 'application/json' }
const put = (id: unknown) => `statementId=${String(id)}`

function valid(version: XapiVersion): Arbitrary<GeneratedRequest> {
  const one = fc.tuple(validStatement(version), fc.boolean()).map(
    ([sent, isPut]): GeneratedRequest => ({
      method: isPut ? 'PUT' : 'POST',
      query: isPut ? put(sent.id) : '',
      headers: json,
      body: JSON.stringify(sent),
      version,
      stored: [sent],
    }),
  )
  const batch = fc
    .uniqueArray(validStatement(version), { maxLength: 3, selector: ({ id }) => String(id).toLowerCase() })
    .map(
      (stored): GeneratedRequest => ({
        method: 'POST',
        query: '',
        headers: json,
        body: JSON.stringify(stored),
        version,
        stored,
      }),
    )
  const withData = fc
    .tuple(validStatement(version), fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 3 }))
    .map(([sent, data]): GeneratedRequest => {
      const stored = [{ ...sent, attachments: data.map((content) => attachment(content)) }]
      const body = multipartBody(statementsPart(stored), ...data.map((content) => dataPart(content)))
      return { method: 'POST', query: '', headers: { 'Content-Type': multipartType }, body, version, stored, data }
    })
  return fc.oneof({ arbitrary: one, weight: 6 }, batch, withData)
}

/** Ways to refuse a request whose statement is valid: what is changed, the status and the requirement that is named. */
type Breaking = (sent: Json, index: number) => Partial<GeneratedRequest> & { query?: string }

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const multipart = (...parts: TestPart[]) => ({
  headers: { 'Content-Type': multipartType },
  body: multipartBody(...parts),
})
const carrying = (sent: Json, content = 'data') => statementsPart({ ...sent, attachments: [attachment(content)] })

const breakings: [requirement: string, breaking: Breaking, status?: number][] = [
  [
    'Communication 3.3 (XAPI-00331)',
    (_, n) => ({ headers: { ...json, 'X-Experience-API-Version': pick(['', '0.9', '1.1', '3.0.0', '2', 'x'], n) } }),
  ],
  [
    'Communication 4.0 (XAPI-00334)',
    (_, n) => ({ headers: { ...json, Authorization: pick(['', 'Basic', 'Basic !', 'Basic eDp5', 'Bearer a'], n) } }),
    401,
  ],
  [
    'Communication 1.5 (XAPI-00127)',
    (_, n) => ({
      headers: { 'Content-Type': pick(['', 'text/plain', 'application/xml', 'multipart/form-data; boundary=a'], n) },
    }),
  ],
  ['Communication 3.2 (XAPI-00324)', (_, n) => ({ query: pick(['a=1', 'verb=a%3Ab', 'limit=1', '__proto__=1'], n) })],
  ['Communication 3.2 (XAPI-00325)', ({ id }) => ({ method: 'PUT', query: `StatementId=${String(id)}` })],
  [
    'Communication 2.1.1 (XAPI-00145)',
    (_, n) => ({
      method: 'PUT',
      query: pick(['', 'statementId=', 'statementId=1', `statementId=${'a'.repeat(36)}`], n),
    }),
  ],
  ['Communication 2.1.1', () => ({ method: 'PUT', query: put(crypto.randomUUID()) })],
  [
    'Communication 2.1.2',
    (sent, n) => ({
      body: JSON.stringify([sent, { ...statement(), id: pick([String(sent.id), String(sent.id).toLowerCase()], n) }]),
    }),
  ],
  ['Communication 3.2', (sent, n) => ({ body: JSON.stringify(sent).slice(0, -1 - (n % 20)) })],
  [
    'Communication 1.4',
    (sent) => ({
      body: Buffer.concat([
        Buffer.from('{"a":"'),
        Buffer.from([0xff, 0xc0]),
        Buffer.from(`",${JSON.stringify(sent).slice(1)}`),
      ]),
    }),
  ],
  [
    'Communication 1.5.2 (XAPI-00129)',
    (sent) => ({ body: JSON.stringify({ ...sent, attachments: [attachment('a')] }) }),
  ],
  ['Communication 1.5.2 (XAPI-00129)', (sent) => multipart(carrying(sent))],
  ['Communication 1.5.2 (XAPI-00128)', (sent) => multipart(carrying(sent), dataPart('data'), dataPart('data'))],
  ['Communication 1.5.2 (XAPI-00132)', (sent) => multipart(carrying(sent), dataPart('data'), dataPart('other'))],
  ['Communication 1.5.2 (XAPI-00132)', (sent) => multipart(carrying(sent), dataPart('date', sha256('data')))],
  [
    'Communication 1.5.2 (XAPI-00132)',
    (sent) => multipart(carrying(sent), { headers: ['Content-Transfer-Encoding: binary'], content: 'data' }),
  ],
  [
    'Communication 1.5.2 (XAPI-00135)',
    (sent, n) =>
      multipart(carrying(sent), {
        ...dataPart('data'),
        headers: [
          `Content-Transfer-Encoding: ${pick(['base64', '8bit', 'quoted-printable'], n)}`,
          `X-Experience-API-Hash: ${sha256('data')}`,
        ],
      }),
  ],
  [
    'Communication 1.5.2 (XAPI-00130)',
    (sent, n) => ({ ...multipart(), body: multipartBody(statementsPart(sent)).subarray(0, -6 - (n % 30)) }),
  ],
  [
    'Communication 1.5.2 (XAPI-00131)',
    (sent, n) => ({
      ...multipart(statementsPart(sent)),
      headers: {
        'Content-Type': pick(['multipart/mixed', 'multipart/mixed; boundary=', 'multipart/mixed; boundary="a'], n),
      },
    }),
  ],
  ['Communication 1.5.2 (XAPI-00133)', () => multipart()],
  [
    'Communication 1.5.2 (XAPI-00134)',
    (sent) => multipart({ headers: ['Content-Type: text/plain'], content: JSON.stringify(sent) }),
  ],
]

function breakingRequest(version: XapiVersion): Arbitrary<GeneratedRequest> {
  return fc
    .tuple(validStatement(version), fc.constantFrom(...breakings), fc.nat(1000))
    .map(([sent, [requirement, breaking, status = 400], index]) => ({
      method: 'POST',
      query: '',
      headers: json,
      body: JSON.stringify(sent),
      version,
      refused: { status, requirement },
      ...breaking(sent, index),
    }))
}

/** A broken statement by itself, by PUT where it says its id, or among valid ones. */
function breakingStatement(
  version: XapiVersion,
  broken: Arbitrary<BrokenStatement> = brokenStatement(version),
): Arbitrary<GeneratedRequest> {
  return fc.tuple(broken, fc.nat(2)).map(([{ json: text, requirement, path }, among]): GeneratedRequest => {
    const others = Array.from({ length: among }, () => JSON.stringify(statement()))
    const body = among === 0 ? text : `[${[...others, text].join(',')}]`
    // A property that stands twice is found when the text is read, before anybody knows a statement
    const place = requirement.includes('XAPI-00021') ? 'body' : `${among === 0 ? 'statement' : `[${among}]`}${path}`
    return {
      method: 'POST',
      query: '',
      headers: json,
      body,
      version,
      refused: { status: 400, requirement, path: place },
    }
  })
}

/** Requests of both versions, a tenth of them valid, of the others most with a broken statement. */
export const generatedRequest: Arbitrary<GeneratedRequest> = fc.oneof(
  ...versions.flatMap((version) => [
    { arbitrary: valid(version), weight: 1 },
    { arbitrary: breakingStatement(version), weight: 8 },
    { arbitrary: breakingRequest(version), weight: 1 },
  ]),
)

/** One request for every requirement that a statement can break, of a version that has it, and a tenth as many valid ones. */
export const requestsForAll: Arbitrary<GeneratedRequest[]> = fc.tuple(...requestsInTurn())

function requestsInTurn(): Arbitrary<GeneratedRequest>[] {
  const of = new Map<string, Arbitrary<GeneratedRequest>[]>()
  for (const version of versions) {
    for (const [requirement, broken] of brokenStatements(version)) {
      of.set(requirement, [...(of.get(requirement) ?? []), breakingStatement(version, broken)])
    }
  }
  const refused = [...of.values()].map((some) => fc.oneof(...some))
  const others = versions.flatMap((version) => [
    ...Array.from({ length: 5 }, () => valid(version)),
    ...Array.from({ length: 5 }, () => breakingRequest(version)),
  ])
  return [...refused, ...others]
}
