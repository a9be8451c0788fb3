import type { Writer } from '../../storage/sqlite.ts'
import { blockOf, isIndexed, type KeyNumbers } from './schema.ts'

interface NewStatement {
  municipality: number
  seq: number
  id: Uint8Array
  /** The id its object refers to. */
  target: Uint8Array | null
  voiding: boolean
  keys: KeyNumbers[]
}

interface LinkedStatement {
  seq: number
  id: Uint8Array
  target: Uint8Array | null
  voiding: number
  keys: string
}

const byId = 'SELECT seq, id, target, voiding, keys FROM statement WHERE municipality = ? AND id = ?'
const byTarget = 'SELECT seq, id, target, voiding, keys FROM statement WHERE municipality = ? AND target = ?'

/** How far a chain of references is followed: far beyond any real one, and short enough that none holds up the server. */
const LONGEST_CHAIN = 100

/**
 * Effects between statements (Communication 2.1.3, "StatementRefs"; Data 2.3.2, "Voiding"), whichever was stored first:
 * who refers to a statement is found by its keys too, through chains, also when it is voided; a voiding statement
 * voids its target unless that voids another.
 */
export function linkStatement(db: Writer, statement: NewStatement): void {
  const { municipality } = statement
  const targets = statement.target ? findTargets(db, municipality, statement.target) : []
  const referrers = findReferrers(db, municipality, statement.id)
  if (targets.length === 0 && referrers.length === 0) return

  const ofTargets = targets.flatMap((target) => (JSON.parse(target.keys) as KeyNumbers[]).filter(isIndexed))
  const keys = distinct([...statement.keys, ...ofTargets])
  for (const seq of [statement.seq, ...referrers.map((referrer) => referrer.seq)]) {
    addKeys(db, { municipality, seq, keys })
  }

  const [target] = targets
  if (statement.voiding && target && target.voiding === 0) markVoided(db, target.seq)
  const isVoided = referrers.some(({ voiding, target }) => voiding === 1 && sameId(target, statement.id))
  if (isVoided && !statement.voiding) markVoided(db, statement.seq)
}

/** The statement with this id, the one it refers to, and so on, until one is missing or comes again. */
function findTargets(db: Writer, municipality: number, id: Uint8Array): LinkedStatement[] {
  const found = new Map<number, LinkedStatement>()
  const find = db.prepare<LinkedStatement>(byId)
  for (let next: Uint8Array | null = id; next && found.size < LONGEST_CHAIN; ) {
    const statement: LinkedStatement | undefined = find.get(municipality, next)
    if (!statement || found.has(statement.seq)) break
    found.set(statement.seq, statement)
    next = statement.target
  }
  return [...found.values()]
}

/** Those that refer to this id, those that refer to them, and so on, each once. */
function findReferrers(db: Writer, municipality: number, id: Uint8Array): LinkedStatement[] {
  const found = new Map<number, LinkedStatement>()
  const find = db.prepare<LinkedStatement>(byTarget)
  let ids = [id]
  for (let step = 0; ids.length > 0 && step < LONGEST_CHAIN; step++) {
    const nearest = ids.flatMap((target) => find.all(municipality, target)).filter(({ seq }) => !found.has(seq))
    for (const statement of nearest) found.set(statement.seq, statement)
    ids = nearest.map((statement) => statement.id)
  }
  return [...found.values()]
}

function distinct(keys: KeyNumbers[]): KeyNumbers[] {
  return [...new Map(keys.map((pair) => [pair.join(), pair])).values()]
}

function addKeys(db: Writer, { municipality, seq, keys }: { municipality: number; seq: number; keys: KeyNumbers[] }) {
  const insert = db.prepare(`
    INSERT INTO statement_key (block, municipality, kind, key, seq) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
  for (const [kind, key] of keys) insert.run(blockOf(seq), municipality, kind, key, seq)
}

function markVoided(db: Writer, seq: number): void {
  db.prepare('UPDATE statement SET voided = 1 WHERE seq = ?').run(seq)
}

function sameId(one: Uint8Array | null, other: Uint8Array): boolean {
  return one !== null && Buffer.compare(one, other) === 0
}
