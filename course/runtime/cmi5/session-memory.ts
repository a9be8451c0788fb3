/** The verbs that cmi5 allows once in a session. */
export type SessionVerb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated'

interface Memory {
  token?: string
  sent: SessionVerb[]
}

/** As much of `sessionStorage` as is used; it may throw where a browser forbids storage in frames. */
export type MemoryStore = Pick<Storage, 'getItem' | 'setItem'>

/**
 * What a session must know of itself over a reload: its token, which the fetch URL gives once, and the verbs that have been
 * sent. Keyed by the fetch URL, which is the session's own.
 */
export class SessionMemory {
  private readonly store: MemoryStore
  private readonly key: string
  private memory: Memory

  constructor(store: MemoryStore, fetchUrl: string) {
    this.store = store
    this.key = `cmi5 ${fetchUrl}`
    this.memory = this.read()
  }

  get token(): string | undefined {
    return this.memory.token
  }

  keepToken(token: string) {
    this.memory.token = token
    this.write()
  }

  hasSent = (verb: SessionVerb) => this.memory.sent.includes(verb)

  markSent(verb: SessionVerb) {
    if (this.hasSent(verb)) return
    this.memory.sent.push(verb)
    this.write()
  }

  private read(): Memory {
    try {
      return JSON.parse(this.store.getItem(this.key) ?? '{"sent":[]}')
    } catch {
      return { sent: [] }
    }
  }

  private write() {
    try {
      this.store.setItem(this.key, JSON.stringify(this.memory))
    } catch {
      // without storage a reload finds its token used up, and the course asks to be opened again
    }
  }
}
