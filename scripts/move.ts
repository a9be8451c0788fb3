import process from 'node:process'
import { openStorage, type StorageOptions } from '../lrs/storage/connection.ts'
import { type Counts, moveStorage } from '../lrs/storage/move.ts'
import { CallError, parseCall, runCall } from './operator-call.ts'

const usage = `Så här flyttar du allt från en databas till en annan, medan servern är stoppad:
  npm run move -- --from embedded:./data/lrs --to mongodb://värd/databas
  npm run move -- --from mongodb://värd/databas --to embedded:./data/ny
Målet ska vara tomt. Allt kopieras och varje händelse och dokument jämförs; originalet är orört.`

/** On a terminal only: in a log it would be noise. */
function showProgress({ statements, documents }: Counts): void {
  if (process.stderr.isTTY) process.stderr.write(`\rKopierar … ${statements} händelser, ${documents} dokument`)
}

/** @param options for tests, whose MongoDB is no replica set */
export async function move(from: string, to: string, options: StorageOptions = {}): Promise<Counts> {
  const source = await openStorage(from, options)
  try {
    const target = await openStorage(to, options)
    return await moveStorage(source, target, showProgress).finally(target.close)
  } finally {
    await source.close()
  }
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values, positionals } = parseCall({ from: text, to: text, help: { type: 'boolean' } }, usage)
  if (values.help) return console.log(usage)
  const { from, to } = values
  if (!from || !to || positionals.length > 0) throw new CallError(`Ange --from och --to.\n\n${usage}`)
  const { statements, documents } = await move(from, to)
  console.log(`${process.stderr.isTTY ? '\n' : ''}Flyttat och jämfört: ${statements} händelser och ${documents} dokument.
Starta servern med DATABASE_URL på den nya databasen. Den gamla är kvar som den var.`)
}

if (import.meta.main) await runCall(main)
