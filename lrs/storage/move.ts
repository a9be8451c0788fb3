import mongoose, { type Connection } from 'mongoose'
import { LrsError } from '../errors.ts'
import type { ArchivedStatement, StatementArchive } from '../statements/archive.ts'
import type { Storage } from './connection.ts'

type Part = Pick<Storage, 'connection' | 'archive'>

/** How many statements and documents there are. */
export interface Counts {
  statements: number
  documents: number
}

/** Documents in one read or write: attachments come in pieces of a mebibyte. */
const DOCUMENTS_AT_ONCE = 20

/**
 * Copies everything from one storage into another that is empty, and compares every statement and document afterwards.
 * Nobody else may write to either meanwhile.
 *
 * @param tell hears now and then how many statements and documents are copied
 * @throws LrsError `conflict` when the target holds something, or in the end something else than the source
 */
export async function moveStorage(from: Part, to: Part, tell: (copied: Counts) => void = () => {}): Promise<Counts> {
  await refuseUsed(to)
  const copied: Counts = { statements: 0, documents: 0 }
  for await (const statements of from.archive.statements.read()) {
    await to.archive.statements.write(statements)
    copied.statements += statements.length
    tell(copied)
  }
  for (const name of await from.archive.collections()) {
    await copyIndexes(collectionOf(from, name), collectionOf(to, name))
    for await (const documents of documentsOf(from, name)) {
      await collectionOf(to, name).insertMany(documents)
      copied.documents += documents.length
      tell(copied)
    }
  }
  await compareStatements(from.archive.statements, to.archive.statements)
  await compareDocuments(from, to)
  return copied
}

async function refuseUsed({ connection, archive }: Part): Promise<void> {
  const names = await archive.collections()
  const counts = [
    archive.statements.count(),
    ...names.map((name) => collectionOf({ connection }, name).countDocuments({})),
  ]
  if ((await Promise.all(counts)).every((count) => count === 0)) return
  throw new LrsError('conflict', 'The database to move to is not empty. Choose one that is new.')
}

type Document = { _id: unknown } & Record<string, unknown>

interface Collection {
  find(filter: object, options?: object): { toArray(): Promise<Document[]> }
  insertMany(documents: Document[]): Promise<unknown>
  countDocuments(filter: object): Promise<number>
  createIndex(keys: object, options: object): Promise<unknown>
  listIndexes(): { toArray(): Promise<{ name: string; key: object; unique?: boolean; sparse?: boolean }[]> }
}

function collectionOf({ connection }: { connection: Connection }, name: string): Collection {
  return connection.collection(name) as unknown as Collection
}

async function copyIndexes(from: Collection, to: Collection): Promise<void> {
  for (const { name, key, unique = false, sparse = false } of await from.listIndexes().toArray()) {
    if (name !== '_id_') await to.createIndex(key, { name, ...(unique && { unique }), ...(sparse && { sparse }) })
  }
}

async function* documentsOf(part: Part, name: string): AsyncGenerator<Document[]> {
  const collection = collectionOf(part, name)
  const ids = (await collection.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id)
  for (let start = 0; start < ids.length; start += DOCUMENTS_AT_ONCE) {
    yield collection.find({ _id: { $in: ids.slice(start, start + DOCUMENTS_AT_ONCE) } }).toArray()
  }
}

/** Both in their order, which must be the same. */
async function compareStatements(from: StatementArchive, to: StatementArchive): Promise<void> {
  const theirs = oneByOne(to)
  for await (const statement of oneByOne(from)) {
    const { value } = await theirs.next()
    if (!value || !isSame(statement, value))
      throw differs(`the statement ${statement.json.slice(0, 60)}… of ${statement.municipality}`)
  }
  if (!(await theirs.next()).done) throw differs('a statement that was not there')
}

async function* oneByOne(archive: StatementArchive): AsyncGenerator<ArchivedStatement> {
  for await (const statements of archive.read()) yield* statements
}

function isSame(one: ArchivedStatement, other: ArchivedStatement): boolean {
  return one.json === other.json && one.municipality === other.municipality && one.voided === other.voided
}

async function compareDocuments(from: Part, to: Part): Promise<void> {
  const names = new Set([...(await from.archive.collections()), ...(await to.archive.collections())])
  for (const name of names) {
    const [mine, theirs] = [collectionOf(from, name), collectionOf(to, name)]
    if ((await mine.countDocuments({})) !== (await theirs.countDocuments({}))) throw differs(`the number of ${name}`)
    for await (const documents of documentsOf(from, name)) {
      const copies = await theirs.find({ _id: { $in: documents.map(({ _id }) => _id) } }).toArray()
      const texts = new Set(copies.map(textOf))
      const other = documents.find((document) => !texts.has(textOf(document)))
      if (other) throw differs(`a document of ${name} with the id ${textOf(other._id)}`)
    }
  }
}

/** Types and order of fields included. */
function textOf(document: unknown): string {
  return mongoose.mongo.BSON.EJSON.stringify(document, { relaxed: false })
}

function differs(what: string): LrsError {
  return new LrsError(
    'conflict',
    `The copy differs from the original: ${what}. Keep the original, and move to a new database.`,
  )
}
