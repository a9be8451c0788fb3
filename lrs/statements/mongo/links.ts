import type { Target } from './append.ts'
import { rowId, statementIdOf } from './row.ts'
import { type KeyField, type RowKeys, rowsOf, type StatementRow } from './statement-model.ts'

/** What of a row takes part in references. */
type Linked = Pick<StatementRow, '_id' | 'municipality' | 'target' | 'voiding' | 'voided' | 'keys' | 'own' | 'position'>

const linkedFields = { municipality: 1, target: 1, voiding: 1, voided: 1, keys: 1, own: 1, position: 1 }

/** How far a chain of references is followed: far beyond any real one, and short enough that none holds up the server. */
const LONGEST_CHAIN = 100

/** A command with hundreds of updates holds up others, and stops FerretDB for good. */
const UPDATES_AT_ONCE = 50

type Update = { updateOne: { filter: object; update: object; upsert?: boolean } }

/**
 * Effects between statements (Communication 2.1.3, "StatementRefs"; Data 2.3.2, "Voiding"), whichever was stored first:
 * who refers to a statement is found by its keys too, through chains, also when it is voided; a voiding statement
 * voids its target unless that voids another.
 *
 * @param rows just stored
 * @param awaited ids of those that others refer to already
 */
export async function linkRows(target: Target, rows: StatementRow[], awaited: Set<string>): Promise<void> {
  const concerned = rows.filter((row) => row.target !== undefined || awaited.has(row._id))
  if (concerned.length === 0) return
  const known = new Map<string, Linked>(rows.map((row) => [row._id, row]))
  const referrers = await findReferrers(target, known, awaited)
  await findTargets(target, known, [...concerned, ...referrers])

  const fresh = new Set(rows.map(({ _id }) => _id))
  const updates = [...concerned, ...referrers].flatMap((row) => {
    const chain = chainFrom(row, known)
    return [...keyUpdate(row, chain.rows), ...voidUpdate(row, chain.rows[0])]
  })
  const touched = concerned.flatMap((row) => chainFrom(row, known).ids).filter((id) => !fresh.has(id))
  updates.push(...[...new Set(touched)].map((id) => touch(target.municipality, id)))
  const { model, session } = target
  for (let start = 0; start < updates.length; start += UPDATES_AT_ONCE) {
    const some = updates.slice(start, start + UPDATES_AT_ONCE)
    await rowsOf(model).bulkWrite(some, { ordered: true, ...(session && { session }) })
  }
}

/** Those that refer to the awaited ones, those that refer to them, and so on, each once. */
async function findReferrers(target: Target, known: Map<string, Linked>, awaited: Set<string>): Promise<Linked[]> {
  const found = new Map<string, Linked>()
  let ids = [...awaited]
  for (let step = 0; ids.length > 0 && step < LONGEST_CHAIN; step++) {
    const targets = ids.map((_id) => statementIdOf({ _id, municipality: target.municipality }))
    const rows = await find(target, { target: { $in: targets } })
    const nearest = rows.filter(({ _id }) => !found.has(_id))
    for (const row of nearest) found.set(row._id, known.get(row._id) ?? row)
    ids = nearest.map(({ _id }) => _id)
  }
  for (const [id, row] of found) known.set(id, row)
  return [...found.values()]
}

/** Makes known what the rows refer to, what that refers to, and so on. */
async function findTargets(target: Target, known: Map<string, Linked>, rows: Linked[]): Promise<void> {
  const asked = new Set<string>()
  let nearest = rows
  for (let step = 0; nearest.length > 0 && step < LONGEST_CHAIN; step++) {
    const ids = nearest.flatMap((row) => targetOf(row) ?? [])
    const unknown = ids.filter((id) => !known.has(id) && !asked.has(id))
    for (const id of unknown) asked.add(id)
    nearest = unknown.length > 0 ? await find(target, { _id: { $in: [...new Set(unknown)] } }) : []
    for (const row of nearest) if (row.position !== undefined) known.set(row._id, row)
  }
}

async function find({ model, municipality, session }: Target, filter: object): Promise<Linked[]> {
  return model
    .find({ municipality, ...filter }, linkedFields)
    .session(session ?? null)
    .lean()
}

function targetOf({ municipality, target }: Linked): string | undefined {
  return target === undefined ? undefined : rowId(municipality, target)
}

/** The row that this one refers to, the one that refers to, and so on, until one is missing, whose id is then the last, or comes again. */
function chainFrom(start: Linked, known: Map<string, Linked>): { rows: Linked[]; ids: string[] } {
  const rows: Linked[] = []
  const ids = new Set<string>()
  for (let id = targetOf(start); id !== undefined && !ids.has(id) && ids.size < LONGEST_CHAIN; ) {
    ids.add(id)
    const row = known.get(id)
    if (!row) break
    rows.push(row)
    id = targetOf(row)
  }
  return { rows, ids: [...ids] }
}

const ownKeys = ({ own, keys }: Linked): RowKeys => own ?? keys

/** Gives the row the keys of those that it refers to. */
function keyUpdate(row: Linked, chain: Linked[]): Update[] {
  const { authority: _, ...fields } = row.keys
  const added = (Object.keys(fields) as KeyField[]).flatMap((field) => {
    const known = new Set(row.keys[field])
    const others = new Set(chain.flatMap((target) => ownKeys(target)[field].filter((key) => !known.has(key))))
    return others.size > 0 ? [[`keys.${field}`, { $each: [...others] }]] : []
  })
  if (added.length === 0) return []
  const update = { $set: { own: ownKeys(row) }, $addToSet: Object.fromEntries(added) }
  return [{ updateOne: { filter: idOf(row), update } }]
}

function voidUpdate({ voiding }: Linked, target: Linked | undefined): Update[] {
  if (!voiding || !target || target.voiding || target.voided) return []
  return [{ updateOne: { filter: idOf(target), update: { $set: { voided: true } } } }]
}

/** Writes to a row that is referred to, or makes one that awaits it; see `links` of StatementRow. */
function touch(municipality: string, _id: string): Update {
  return { updateOne: { filter: { _id, municipality }, update: { $inc: { links: 1 } }, upsert: true } }
}

function idOf({ _id, municipality }: Linked) {
  return { _id, municipality }
}
