import xapi, { type Agent, type Statement } from '@xapi/xapi'
import type { Trouble } from '../outbox.ts'
import type { LaunchParameters } from './launch.ts'

const patience = 20_000

/** What an LRS answered instead of yes; status 0 when it was not reached. */
export class LrsRefusal extends Error {
  readonly status: number

  constructor(status: number, text: string) {
    super(`${status || 'inget svar'}${text ? ` ${text}` : ''}`)
    this.status = status
  }
}

/** 401 is no fault of the request, and 408, 429 and 5xx pass: all else would be refused again. */
export function troubleOf(error: unknown): Trouble {
  const { status, message } = error instanceof LrsRefusal ? error : { status: 0, message: String(error) }
  const lasting = status >= 400 && status < 500 && ![401, 408, 429].includes(status)
  return { lasting, status, text: message }
}

type Request = Parameters<Exclude<NonNullable<ConstructorParameters<typeof xapi.default>[0]['adapter']>, string>>[0]

/** Sends with `fetch`; once the page may be going away, with keepalive, because a beacon cannot carry a token. */
async function send<T>({ url, method, headers, data }: Request, leaving: boolean) {
  const abort = new AbortController()
  const timer = leaving ? undefined : setTimeout(() => abort.abort(), patience)
  try {
    const answer = await fetch(url, {
      method,
      headers,
      ...(data === undefined ? {} : { body: typeof data === 'string' ? data : JSON.stringify(data) }),
      ...(leaving ? { keepalive: true } : { signal: abort.signal }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new LrsRefusal(answer.status, text.slice(0, 200))
    const type = answer.headers.get('content-type') ?? ''
    return {
      data: (type.includes('json') && text ? JSON.parse(text) : text) as T,
      headers: Object.fromEntries(answer.headers),
      status: answer.status,
    }
  } catch (error) {
    throw error instanceof LrsRefusal ? error : new LrsRefusal(0, error instanceof Error ? error.message : '')
  } finally {
    clearTimeout(timer)
  }
}

/** The fetch URL has given this session's token before: the session cannot be taken up again. */
export class TokenUsed extends Error {}

/** POSTs the fetch URL, which answers once (cmi5 8.2). Throws `TokenUsed` or an LrsRefusal. */
export async function fetchToken(url: string): Promise<string> {
  const { data } = await send<Record<string, string>>({ url, method: 'POST', headers: {}, data: undefined }, false)
  const token = data?.['auth-token']
  if (token) return token
  const text = data?.['error-text'] ?? ''
  throw data?.['error-code'] === '1' ? new TokenUsed(text) : new LrsRefusal(0, text)
}

/** The LRS as one session sees it: its learner's statements and documents. */
export class SessionLrs {
  private readonly client: InstanceType<typeof xapi.default>
  private readonly place: { agent: Agent; activityId: string; registration: string }

  constructor({ endpoint, actor, activityId, registration }: LaunchParameters, token: string, leaving: () => boolean) {
    this.client = new xapi.default({
      endpoint,
      auth: `Basic ${token}`,
      adapter: (request) => send(request, leaving()),
    })
    this.place = { agent: actor as unknown as Agent, activityId, registration }
  }

  /** Undefined where there is no such document. */
  async readState<T>(stateId: string): Promise<T | undefined> {
    const document = await orMissing(this.client.getState({ ...this.place, stateId }))
    return document as T | undefined
  }

  async writeState(stateId: string, state: object): Promise<void> {
    await this.client.setState({ ...this.place, stateId, state, contentType: 'application/json' })
  }

  async readPreferences(): Promise<unknown> {
    return orMissing(this.client.getAgentProfile({ agent: this.place.agent, profileId: 'cmi5LearnerPreferences' }))
  }

  async store(statements: readonly object[]): Promise<void> {
    await this.client.sendStatements({ statements: statements as Statement[] })
  }
}

async function orMissing(request: Promise<{ data: unknown }>): Promise<unknown> {
  try {
    return (await request).data
  } catch (error) {
    if (error instanceof LrsRefusal && error.status === 404) return undefined
    throw error
  }
}
