import type { Scorm12Api } from './api.ts'

/** What the LMS said no to. `code` is its error code, `0` when it refused without one, `-` when its API threw. */
export interface Refusal {
  call: string
  code: string
  text: string
}

export const refusalText = ({ call, code, text }: Refusal) => `${call}: ${code}${text ? ` ${text}` : ''}`

/** 401 not implemented, 402 keyword, 403 read only, 405 wrong type, 201 argument: asking again will not help. */
const lasting = new Set(['201', '202', '203', '401', '402', '403', '404', '405'])

export const isLasting = ({ code }: Refusal) => lasting.has(code)

/** Calls whose outcome is checked: LMSs answer "true" whatever happens, so the error code is asked for each time. */
export class Scorm12Session {
  readonly #api: Scorm12Api

  constructor(api: Scorm12Api) {
    this.#api = api
  }

  initialize(): Refusal | undefined {
    return this.#checked('LMSInitialize', () => this.#api.LMSInitialize(''))
  }

  set(element: string, value: string): Refusal | undefined {
    return this.#checked(element, () => this.#api.LMSSetValue(element, value))
  }

  commit(): Refusal | undefined {
    return this.#checked('LMSCommit', () => this.#api.LMSCommit(''))
  }

  finish(): Refusal | undefined {
    return this.#checked('LMSFinish', () => this.#api.LMSFinish(''))
  }

  /** Undefined where the LMS does not have the element. */
  get(element: string): string | undefined {
    try {
      const value = this.#api.LMSGetValue(element)
      return this.#code() === '0' ? String(value) : undefined
    } catch {
      return undefined
    }
  }

  #checked(call: string, run: () => string): Refusal | undefined {
    try {
      const accepted = String(run()) === 'true'
      const code = this.#code()
      return accepted && code === '0'
        ? undefined
        : { call, code, text: String(this.#api.LMSGetErrorString(code) ?? '') }
    } catch (error) {
      return { call, code: '-', text: error instanceof Error ? error.message : '' }
    }
  }

  #code(): string {
    return String(this.#api.LMSGetLastError() ?? '0')
  }
}
