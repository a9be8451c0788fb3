import { workshopFor } from './fixture-course.ts'

/** Builds the fixture course into a folder, with the clock set to another year: for tests that compare two builds. */
const RealDate = Date
const then = RealDate.UTC(2031, 6, 1)
globalThis.Date = class extends RealDate {
  constructor(...parts: [] | [number]) {
    super(...((parts.length === 0 ? [then] : parts) as [number]))
  }
  static override now() {
    return then
  }
} as DateConstructor

const { buildAll } = await import('../../build/build-all.ts')
await buildAll({ out: process.argv[2] ?? '', workshop: workshopFor() })
