/** What the functions of an API are called; all take strings and give strings (1.2 RTE 3.3, 2004 RTE 3.4). */
export interface Calls {
  initialize: string
  terminate: string
  get: string
  set: string
  commit: string
  lastError: string
  errorString: string
}

/** What the LMS said no to. `code` is its error code, `0` when it refused without one, `-` when its API threw. */
export interface Refusal {
  call: string
  code: string
  text: string
  /** Asking again will not help. */
  lasting: boolean
}

export const refusalText = ({ call, code, text }: Refusal) => `${call}: ${code}${text ? ` ${text}` : ''}`

/** Calls whose outcome is checked: LMSs answer "true" whatever happens, so the error code is asked for each time. */
export class ScormSession {
  private readonly api: object
  private readonly calls: Calls
  private readonly lasting: ReadonlySet<string>

  /** `lasting`: error codes of a refusal that stays one. */
  constructor(api: object, { calls, lasting }: { calls: Calls; lasting: ReadonlySet<string> }) {
    this.api = api
    this.calls = calls
    this.lasting = lasting
  }

  initialize(): Refusal | undefined {
    return this.checked(this.calls.initialize, 'initialize', '')
  }

  set(element: string, value: string): Refusal | undefined {
    return this.checked(element, 'set', element, value)
  }

  commit(): Refusal | undefined {
    return this.checked(this.calls.commit, 'commit', '')
  }

  terminate(): Refusal | undefined {
    return this.checked(this.calls.terminate, 'terminate', '')
  }

  /** Undefined where the LMS does not have the element, or has given it no value. */
  get(element: string): string | undefined {
    try {
      const value = this.call('get', element)
      return this.code() === '0' ? value : undefined
    } catch {
      return undefined
    }
  }

  private checked(call: string, name: keyof Calls, ...parameters: string[]): Refusal | undefined {
    try {
      const accepted = this.call(name, ...parameters) === 'true'
      const code = this.code()
      if (accepted && code === '0') return undefined
      return { call, code, text: this.call('errorString', code), lasting: this.lasting.has(code) }
    } catch (error) {
      return { call, code: '-', text: error instanceof Error ? error.message : '', lasting: false }
    }
  }

  private code(): string {
    return this.call('lastError')
  }

  /** Called as a method of the API's: some of them need their `this`. */
  private call(name: keyof Calls, ...parameters: string[]): string {
    const run = Reflect.get(this.api, this.calls[name]) as (...parameters: string[]) => unknown
    return String(Reflect.apply(run, this.api, parameters) ?? defaults[name] ?? '')
  }
}

const defaults: Partial<Record<keyof Calls, string>> = { lastError: '0' }
