import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** Format, lint and import rules (Biome), then types (tsc): everything that needs no run. Exits 1 when one of them complains. */
const fix = process.argv.includes('--fix')
const shell = process.platform === 'win32'
const steps: [string, string[]][] = [
  ['biome', fix ? ['check', '--write', '.'] : ['ci', '--error-on-warnings', '.']],
  ['tsc', []],
]
const failed = steps.filter(([command, args]) => spawnSync(command, args, { stdio: 'inherit', shell }).status !== 0)
process.exit(failed.length > 0 ? 1 : 0)
