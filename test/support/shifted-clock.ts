import process from 'node:process'

const hour = 3_600_000
const realNow = Date.now
let shift = Number(process.env.CLOCK_SHIFT ?? 0)
const now = () => realNow() + shift

/** For a process started with `--import` of this file: its clock is off by CLOCK_SHIFT ms, and SIGUSR2 sets it back an hour. */
globalThis.Date = new Proxy(Date, {
  construct: (RealDate, parts) => (parts.length === 0 ? new RealDate(now()) : Reflect.construct(RealDate, parts)),
  get: (RealDate, name) => (name === 'now' ? now : Reflect.get(RealDate, name)),
})
process.on('SIGUSR2', () => {
  shift -= hour
})
