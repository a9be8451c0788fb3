/** JSON of a statement; loose on purpose, so that tests can break it. */
export type Json = Record<string, unknown>

let counter = 0

/** A new UUID on every call, the same sequence in every run. */
export function uuid(): string {
  counter += 1
  return `7e57${counter.toString(16).padStart(4, '0')}-0000-4000-8000-${counter.toString(16).padStart(12, '0')}`
}

export function agent(name: string): Json {
  return { mbox: `mailto:${name}@example.org` }
}

/** A small valid statement with an id of its own; `changes` replaces whole top-level properties, `undefined` removes one. */
export function statement(changes: Json = {}): Json {
  const whole: Json = {
    id: uuid(),
    actor: agent('lots'),
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { sv: 'svarade' } },
    object: { id: 'https://example.org/activities/question-1' },
    timestamp: '2026-11-24T10:00:00.000Z',
    ...changes,
  }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
}
