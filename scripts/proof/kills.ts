import { temporaryFolder } from '../../test/support/folder.ts'
import { killInBackups } from './kills/backup.ts'
import { killInCheckpoints } from './kills/checkpoint.ts'
import { killInMigrations } from './kills/migration.ts'
import { createVictim, type Victim } from './kills/victim.ts'
import { killInWrites } from './kills/writes.ts'
import { type Proof, progress } from './proof.ts'

/** A part kills so many times, and says in a line how. */
export interface Part {
  what: string
  kills: number
  run(victim: Victim, kills: number): Promise<string>
}

const parts: Part[] = [
  { what: 'in a stream of writes', kills: 120, run: killInWrites },
  { what: 'in the middle of a checkpoint', kills: 30, run: killInCheckpoints },
  { what: 'in the middle of a backup', kills: 25, run: killInBackups },
  { what: 'in the middle of a migration', kills: 25, run: killInMigrations },
]

export const kills: Proof = {
  title: '200 SIGKILLs',
  async run() {
    const folder = temporaryFolder()
    const victim = createVictim(folder.path)
    try {
      const rows: string[] = []
      for (const { what, kills, run } of parts) {
        progress(`kills: ${what} …`)
        rows.push(`| ${what} | ${kills} | ${await run(victim, kills)} |`)
        await victim.check()
      }
      return [...table(rows), '', ...(await conclusion(victim))]
    } finally {
      progress('')
      folder.remove()
    }
  },
}

function table(rows: string[]): string[] {
  return ['| Killed | times | how |', '|---|---|---|', ...rows]
}

async function conclusion({ ledger, start }: Victim): Promise<string[]> {
  const server = await start()
  const { requests, acknowledged, unanswered, stored } = await ledger.balance(server.url)
  await server.end('SIGTERM')
  return [
    `${requests} requests: ${acknowledged} acknowledged, ${unanswered} unanswered; ${stored} statements stored.`,
    'Every acknowledged statement is there, none twice, each batch whole or absent, every one found by its agent too.',
    'No other answer was given, every start recovered by itself, and SQLite’s integrity check is ok after each part.',
  ]
}
