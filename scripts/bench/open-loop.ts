import { setTimeout as wait } from 'node:timers/promises'

export interface Pace {
  perSecond: number
  seconds: number
}

/**
 * Sends at its pace whatever the answers do. An answer's time counts from when its request was due, so that a server that
 * stops for a while is charged for all that had to wait. Resolves with percentiles in milliseconds.
 */
export async function openLoop(send: (number: number) => Promise<void>, { perSecond, seconds }: Pace) {
  const times: number[] = []
  const sent: Promise<void>[] = []
  const begun = performance.now()
  while (sent.length < perSecond * seconds) {
    const due = begun + (sent.length * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await wait(early)
    sent.push(send(sent.length).then(() => void times.push(performance.now() - due)))
  }
  await Promise.all(sent)
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { sent: times.length, p50: at(0.5), p99: at(0.99), max: at(1) }
}
