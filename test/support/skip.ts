import type { Context } from 'mocha'

/** Skips a test that cannot run on this machine, and says why. */
export function skip(test: Context, reason: string): never {
  console.log(`      skipped: ${reason}`)
  return test.skip()
}
