import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { LrsError } from '../../../lrs/errors.ts'
import { createSqliteStore } from '../../../lrs/statements/sqlite-store.ts'
import { openDatabase } from '../../../lrs/storage/sqlite.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { prepared } from '../../support/prepared.ts'
import { statement } from '../../support/statement.ts'
import { leaveBehind, storedFiles } from '../../support/stored-files.ts'

const pageSize = 4096

function overwrite(path: string, offset: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, offset)
  closeSync(file)
}

/** What can happen to a file, each told from a whole one when the server starts. */
const damages: Record<string, (path: string) => void> = {
  'another file in its place': (path) => writeFileSync(path, 'något helt annat '.repeat(1000)),
  'a header that is gone': (path) => overwrite(path, 0, new Uint8Array(100)),
  'a file cut in the middle': (path) => truncateSync(path, Math.floor(statSync(path).size / 2 / pageSize) * pageSize),
  'a file cut within a page': (path) => truncateSync(path, statSync(path).size - 1000),
  'a page in the middle that is zeros': (path) => {
    overwrite(path, Math.floor(statSync(path).size / 2 / pageSize) * pageSize, new Uint8Array(pageSize))
  },
  'a page in the middle that is noise': (path) => {
    const noise = Uint8Array.from({ length: pageSize }, (_, index) => (index * 37) % 251)
    overwrite(path, Math.floor(statSync(path).size / 2 / pageSize) * pageSize, noise)
  },
}

describe('a database file', () => {
  const whole = temporaryFolder()
  const killed = join(whole.path, 'killed')
  let folder: ReturnType<typeof temporaryFolder>
  let path: string

  before(async () => {
    const store = async (count: number) => {
      const database = openDatabase(whole.path)
      const store = createSqliteStore(database)
      await store.append('demo', prepared(store.now(), ...Array.from({ length: count }, () => statement())))
      return database
    }
    await (await store(500)).close()
    const database = await store(1)
    leaveBehind(whole.path, killed)
    await database.close()
  })
  after(() => whole.remove())

  beforeEach(() => {
    folder = temporaryFolder()
    path = join(folder.path, 'lrs.sqlite')
    writeFileSync(path, readFileSync(join(whole.path, 'lrs.sqlite')))
  })
  afterEach(() => folder.remove())

  const expectRefusal = (words: RegExp) => {
    const before = storedFiles(folder.path)
    expect(() => openDatabase(folder.path))
      .to.throw(LrsError, words)
      .with.property('code', 'unavailable')
    expect(storedFiles(folder.path), 'not one byte is touched').to.deep.equal(before)
  }

  it('that is whole is opened', async () => {
    const database = openDatabase(folder.path)
    expect(database.migratedFrom).to.equal(undefined)
    await database.close()
  })

  for (const [what, damage] of Object.entries(damages))
    it(`is refused and not touched: ${what}`, () => {
      damage(path)
      expectRefusal(/cannot be opened: it is damaged, or no database .*Nothing was changed\. Restore a backup/)
    })

  it('is refused when it is damaged and a log lies beside it, and neither is touched', () => {
    leaveBehind(killed, folder.path)
    damages['a page in the middle that is noise']?.(path)
    expectRefusal(/it is damaged/)
  })

  it('is refused when it is empty and its log is not, which SQLite would delete', () => {
    leaveBehind(killed, folder.path)
    writeFileSync(path, '')
    expectRefusal(/it is empty or gone, but its log lrs\.sqlite-wal is there/)
  })

  it('left by a killed server is opened with what its log holds', async () => {
    leaveBehind(killed, folder.path)
    const database = openDatabase(folder.path)
    expect(database.read.prepare('SELECT count(*) AS n FROM statement').get()).to.deep.equal({ n: 501 })
    await database.close()
  })
})
