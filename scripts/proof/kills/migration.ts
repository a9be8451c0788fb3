import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { checkFile } from '../../../lrs/storage/file-check.ts'
import { migrations } from '../../../lrs/storage/migrations.ts'
import { progress } from '../proof.ts'
import { longMigrations } from './long-migrations.ts'
import type { Victim } from './victim.ts'

/** On a copy of the store, which gets a newer schema; after each kill it is at the version before the step or after it. */
export async function killInMigrations(victim: Victim, kills: number): Promise<string> {
  const copy = join(victim.folder, 'migrating')
  const statements = countStatements(victim, copy)
  const reached = new Map<number, number>()
  for (let count = 1; count <= kills; count++) {
    progress(`kills: in the middle of a migration, ${count} of ${kills}`)
    await killMigration(copy)
    const version = stateOf(copy, statements)
    reached.set(version, (reached.get(version) ?? 0) + 1)
    if (version > migrations.length) copyStore(victim, copy)
  }
  assert((reached.get(migrations.length) ?? 0) > 0, 'no kill came in the middle of the first step')
  const versions = [...reached]
    .sort(([one], [other]) => one - other)
    .map(([version, times]) => `version ${version}: ${times}`)
  return `two steps that rewrite ${statements} statements, up to ${LATEST} ms after one began; found whole at ${versions.join(', ')}`
}

const LATEST = 400

function copyStore({ data }: Victim, copy: string): void {
  rmSync(copy, { recursive: true, force: true })
  cpSync(data, copy, { recursive: true })
}

function countStatements(victim: Victim, copy: string): number {
  copyStore(victim, copy)
  return withDatabase(copy, (database) => Number(database.prepare('SELECT count(*) AS n FROM statement').get()?.n))
}

async function killMigration(copy: string): Promise<void> {
  const script = join(import.meta.dirname, 'migrate.ts')
  const child = spawn(process.execPath, [script, copy], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const wanted = randomInt(2)
  let begun = 0
  for await (const line of createInterface(child.stdout)) {
    if (line !== 'begun' || begun++ !== wanted) continue
    await wait(randomInt(LATEST))
    child.kill('SIGKILL')
  }
  await closed
}

/** The version, after checking that the file is at it whole. */
function stateOf(copy: string, statements: number): number {
  const version = checkFile(join(copy, 'lrs.sqlite'), longMigrations.length) ?? 0
  withDatabase(copy, (database) => {
    const columns = database.prepare("SELECT name FROM pragma_table_info('statement')").all()
    const count = (where: string) => Number(database.prepare(`SELECT count(*) AS n FROM statement ${where}`).get()?.n)
    assert.equal(count(''), statements)
    assert.equal(
      columns.some(({ name }) => name === 'shouted'),
      version > migrations.length,
    )
    if (version > migrations.length) assert.equal(count('WHERE shouted IS NULL'), 0)
    const doubled = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'doubled'").get() !== undefined
    assert.equal(doubled, version > migrations.length + 1)
  })
  return version
}

function withDatabase<T>(folder: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(folder, 'lrs.sqlite'))
  try {
    return use(database)
  } finally {
    database.close()
  }
}
