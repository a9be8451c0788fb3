import type { TestServer } from './server.ts'
import type { Json } from './statement.ts'

/** A page of statements as the LRS answers it. */
export interface StatementResult {
  statements: Json[]
  more: string
}

/** Sends to and reads from the Statements resource of a test server; `more` headers go on top of the usual ones. */
export function statementClient(server: TestServer) {
  const address = `${server.xapi}/statements`
  const send = (method: 'POST' | 'PUT', url: string, body: unknown, more: Record<string, string> = {}) =>
    fetch(url, {
      method,
      headers: { ...server.headers, ...more },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
    })
  const get = (query: Record<string, string> = {}, more: Record<string, string> = {}) =>
    fetch(`${address}?${new URLSearchParams(query)}`, { headers: { ...server.headers, ...more } })
  return {
    post: (body: unknown, more?: Record<string, string>) => send('POST', address, body, more),
    put: (statementId: string, body: unknown, more?: Record<string, string>) =>
      send('PUT', `${address}?${new URLSearchParams({ statementId })}`, body, more),
    get,
    /** One page, parsed. */
    async find(query: Record<string, string> = {}): Promise<StatementResult> {
      return (await (await get(query)).json()) as StatementResult
    },
    /** The page that `more` of another leads to. */
    async follow(more: string): Promise<StatementResult> {
      const answer = await fetch(server.url + more, { headers: server.headers })
      return (await answer.json()) as StatementResult
    },
    /** The statement with this id, parsed; undefined when the LRS says there is none. */
    async read(statementId: unknown): Promise<Json | undefined> {
      const answer = await get({ statementId: String(statementId) })
      return answer.status === 200 ? ((await answer.json()) as Json) : undefined
    },
  }
}

export type StatementClient = ReturnType<typeof statementClient>
