import { embeddedFolder } from '../lrs/storage/connection.ts'
import { restore } from '../lrs/storage/restore.ts'
import { CallError, parseCall, runCall } from './operator-call.ts'

const usage = `Så här återställer du en säkerhetskopia:
  npm run restore -- KOPIA --to embedded:<ny mapp>
KOPIA är mappen som npm run backup gjorde. Ingenting skrivs över: finns en databas i den nya mappen händer ingenting.
Starta sedan servern med DATABASE_URL=embedded:<ny mapp>.`

await runCall(async () => {
  const { values, positionals } = parseCall({ to: { type: 'string' }, help: { type: 'boolean' } }, usage)
  if (values.help) return console.log(usage)
  const [from, ...others] = positionals
  if (from === undefined || others.length > 0) throw new CallError(`Ange en säkerhetskopia.\n\n${usage}`)
  const folder = embeddedFolder(values.to ?? '')
  if (folder === undefined) throw new CallError(`--to ska vara embedded:<ny mapp>.\n\n${usage}`)
  const { made, rows } = await restore(from, folder)
  console.log(`Återställd     ${folder}
Kopian gjordes ${made}
Händelser      ${rows.statement ?? 0}, kontrollerade
Starta med     DATABASE_URL=embedded:${folder} npm run lrs`)
})
