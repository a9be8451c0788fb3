import process from 'node:process'
import { loadConfig } from '../lrs/config.ts'
import { type Backup, backUp } from '../lrs/storage/backup.ts'
import { embeddedFolder } from '../lrs/storage/connection.ts'
import { CallError, parseCall, runCall } from './operator-call.ts'

const usage = `Så här säkerhetskopierar du, också medan servern är i gång:
  npm run backup -- MAPP
I MAPP läggs en ny mapp med dagens tid i UTC, som 2026-11-24T161203Z. Kopian är kontrollerad sida för sida när den är där.
DATABASE_URL väljer databas. Kopian innehåller personuppgifter: förvara den som databasen.`

function databaseFolder(databaseUrl: string): string {
  const folder = embeddedFolder(databaseUrl)
  if (folder === undefined) throw new CallError('Bara embedded:<mapp> kopieras så här. För MongoDB finns mongodump.')
  return folder
}

/** On a terminal only: in a log of a nightly job it would be noise. */
function showProgress(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\rKopierar … ${Math.floor(share * 100)} %${share === 1 ? '\n' : ''}`)
}

function told({ folder, note }: Backup): string {
  return `Säkerhetskopia ${folder}
Händelser      ${note.rows.statement ?? 0}
Storlek        ${(note.bytes / 1e6).toFixed(1).replace('.', ',')} MB
Återställ med  npm run restore -- ${folder} --to embedded:<ny mapp>`
}

await runCall(async () => {
  const { values, positionals } = parseCall({ help: { type: 'boolean' } }, usage)
  if (values.help) return console.log(usage)
  const [into, ...others] = positionals
  if (into === undefined || others.length > 0) throw new CallError(`Ange en mapp.\n\n${usage}`)
  const folder = databaseFolder(loadConfig(process.env).databaseUrl)
  console.log(told(await backUp(folder, into, showProgress)))
})
