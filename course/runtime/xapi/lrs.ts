import xapi, { type Agent, type Statement } from '@xapi/xapi'
import type { Trouble } from '../outbox.ts'
import type { Actor } from './dress.ts'

/** Node loads the library as CommonJS, the bundle as a module. */
const Client = xapi.default ?? (xapi as unknown as typeof xapi.default)

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

type Request = Parameters<Exclude<NonNullable<ConstructorParameters<typeof Client>[0]['adapter']>, string>>[0]

/** Sends with `fetch`; once the page may be going away, with keepalive, because a beacon cannot carry a token. */
export async function send<T>({ url, method, headers, data }: Request, leaving: boolean) {
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

/** Where a launch's statements and documents belong. */
export interface LrsPlace {
  endpoint: string
  /** The Authorization header. */
  auth: string
  actor: Actor
  activityId: string
  registration?: string
}

/** The LRS as one launch sees it: its learner's statements and documents. */
export class LearnerLrs {
  private readonly client: InstanceType<typeof Client>
  private readonly place: { agent: Agent; activityId: string; registration?: string }

  constructor({ endpoint, auth, actor, activityId, registration }: LrsPlace, leaving: () => boolean) {
    this.client = new Client({ endpoint, auth, adapter: (request) => send(request, leaving()) })
    this.place = { agent: actor as unknown as Agent, activityId, ...(registration ? { registration } : {}) }
  }

  /** Undefined where there is no such document. */
  async readState<T>(stateId: string): Promise<T | undefined> {
    const document = await orMissing(this.client.getState({ ...this.place, stateId }))
    return document as T | undefined
  }

  async writeState(stateId: string, state: object): Promise<void> {
    await this.client.setState({ ...this.place, stateId, state, contentType: 'application/json' })
  }

  /** Undefined where there is no such document. */
  async readAgentProfile(profileId: string): Promise<unknown> {
    return orMissing(this.client.getAgentProfile({ agent: this.place.agent, profileId }))
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
