import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { parseArgs } from 'node:util'

const usage = `Så här prövar du LRS:et mot en riktig MongoDB (replika eller kluster):
  npm run test:mongodb -- mongodb://värd/databas
Proven gör en egen databas bredvid den du nämner, databas_test_…, och tar bort den igen.
  --single         servern är ensam men har transaktioner (bara för prov)
  --grep TEXT      bara de prov som heter så`

/** Runs the contracts of statements and storage on a MongoDB that the caller names. */
function main(): number {
  const options = { single: { type: 'boolean' }, grep: { type: 'string' }, help: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [url, ...others] = positionals
  if (values.help || !url || others.length > 0 || !/^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/.test(url)) {
    console.log(usage)
    return values.help ? 0 : 1
  }
  const mocha = ['--no-config', '--reporter', 'test/support/reporter.ts', '--timeout', '60000', '--exit']
  const tests = [...mocha, ...(values.grep ? ['--grep', values.grep] : []), 'test/lrs/real-mongodb.ts']
  const env = { ...process.env, TEST_MONGODB_URL: url, ...(values.single && { TEST_MONGODB_SINGLE: 'yes' }) }
  return spawnSync('mocha', tests, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status ?? 1
}

process.exitCode = main()
