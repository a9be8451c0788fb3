import type { Finding } from './finding.ts'

/** What the last launch of the test did. The browser remembers it, so that an LMS that remembers nothing is found out. */
export interface Memory {
  findings: Finding[]
  left: number
}

const key = 'foretagslots.selftest'

/** Undefined where the test has not begun, or the browser lets nothing be kept. */
export function recall(): Memory | undefined {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function remember(memory: Memory): void {
  try {
    localStorage.setItem(key, JSON.stringify(memory))
  } catch {
    // then the page asks whether the package was opened before
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}
