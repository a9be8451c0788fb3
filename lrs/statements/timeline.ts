import type { PreparedStatement } from './store.ts'

/** The order in which one server's statements are stored; instants are ISO 8601 UTC with milliseconds. */
export interface Timeline {
  now(): string
  consistentThrough(): string
  /**
   * Notes that a batch is being stored.
   *
   * @returns a function to call when it is durable or refused
   * @throws RangeError when a batch with a later `stored` was begun before: its order would be lost
   */
  begin(batch: PreparedStatement[]): () => void
}

/** @param newest `stored` of the newest statement there is, in milliseconds since 1970: time does not go back before it */
export function createTimeline(newest: number): Timeline {
  let latest = newest
  let latestStored = newest
  const inFlight = new Set<{ stored: number }>()

  /** Never less than before, also when the machine's clock is set back. */
  function clock(): number {
    latest = Math.max(latest, Date.now())
    return latest
  }

  return {
    now: () => new Date(clock()).toISOString(),
    consistentThrough() {
      const oldest = Math.min(clock(), ...[...inFlight].map(({ stored }) => stored))
      return new Date(oldest - 1).toISOString()
    },
    begin(batch) {
      const flight = { stored: batch[0] ? Date.parse(batch[0].stored) : clock() }
      if (flight.stored < latestStored) throw new RangeError('stored must come from now(), in the turn of append')
      latestStored = flight.stored
      inFlight.add(flight)
      return () => inFlight.delete(flight)
    },
  }
}
