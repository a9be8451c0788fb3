/**
 * The server's time in milliseconds since 1970, never less than it was: neither when the machine's clock is set back
 * nor, with `start` from the newest statement, after a restart.
 */
export function createClock(start: number): () => number {
  let latest = start
  return () => {
    latest = Math.max(latest, Date.now())
    return latest
  }
}
