import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** `npm test`: check, then mocha; arguments go to mocha (`npm test -- --grep outbox`). */
const shell = process.platform === 'win32'
const check = spawnSync(process.execPath, ['scripts/check.ts'], { stdio: 'inherit' })
if (check.status !== 0) process.exit(1)
const mocha = spawnSync('mocha', process.argv.slice(2), { stdio: 'inherit', shell })
process.exit(mocha.status ?? 1)
