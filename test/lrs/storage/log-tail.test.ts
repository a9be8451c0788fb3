import { appendFileSync, copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { createSqliteStore } from '../../../lrs/statements/sqlite-store.ts'
import { openDatabase } from '../../../lrs/storage/sqlite.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { prepared } from '../../support/prepared.ts'
import { statement } from '../../support/statement.ts'
import { idsOf } from '../../support/store-under-test.ts'
import { leaveBehind } from '../../support/stored-files.ts'

/** A frame is a header of 24 bytes and a page; the log begins with a header of 32. */
const frameSize = 24 + 4096

/** What a machine that lost its power may leave after the last frame that was synced. */
const tails: Record<string, (log: string, bytes: Buffer) => void> = {
  'nothing more': () => {},
  'some bytes of noise': (log) => appendFileSync(log, Buffer.alloc(1000, 0xa5)),
  'whole frames of zeros': (log) => appendFileSync(log, Buffer.alloc(3 * frameSize)),
  'whole frames of noise': (log) => appendFileSync(log, Buffer.alloc(3 * frameSize, 0x5a)),
  'a frame that looks right but for its checksum': (log, bytes) => appendFileSync(log, bytes.subarray(-frameSize)),
  'many such frames': (log, bytes) => appendFileSync(log, bytes.subarray(-20 * frameSize)),
  'the first half of a frame': (log, bytes) => appendFileSync(log, bytes.subarray(-frameSize, -2000)),
  'a frame cut to its header': (log, bytes) => appendFileSync(log, bytes.subarray(-frameSize, -4096)),
}

describe('a log that a crash left', () => {
  const alive = temporaryFolder()
  const killed = join(alive.path, 'killed')
  let acknowledged: string[]
  let unacknowledged: string[]
  let folder: ReturnType<typeof temporaryFolder>

  before(async () => {
    const database = openDatabase(alive.path)
    const store = createSqliteStore(database)
    const append = (count: number) =>
      store.append('demo', prepared(store.now(), ...Array.from({ length: count }, () => statement())))
    acknowledged = [...(await append(30)), ...(await append(1)), ...(await append(7))]
    leaveBehind(alive.path, killed)
    unacknowledged = await append(5)
    leaveBehind(alive.path, join(alive.path, 'later'))
    await database.close()
  })
  after(() => alive.remove())

  beforeEach(() => {
    folder = temporaryFolder()
    leaveBehind(killed, folder.path)
  })
  afterEach(() => folder.remove())

  /** Opens the folder twice, storing something in between: what was acknowledged is there each time, and all that is new. */
  async function expectRecovery(): Promise<string[]> {
    const database = openDatabase(folder.path)
    const store = createSqliteStore(database)
    const found = idsOf((await store.find('demo', { limit: 1000 })).statements)
    const added = await store.append('demo', prepared(store.now(), statement()))
    await database.close()
    const again = openDatabase(folder.path)
    const { statements } = await createSqliteStore(again).find('demo', { limit: 1000 })
    await again.close()
    expect(idsOf(statements)).to.have.members([...found, ...added])
    return found
  }

  for (const [what, leave] of Object.entries(tails))
    it(`is read to its last synced frame when after it comes ${what}`, async () => {
      const log = join(folder.path, 'lrs.sqlite-wal')
      leave(log, readFileSync(log))
      expect(await expectRecovery()).to.have.members(acknowledged)
    })

  it('is read without the index beside it, or with one that is noise', async () => {
    rmSync(join(folder.path, 'lrs.sqlite-shm'), { force: true })
    writeFileSync(join(folder.path, 'lrs.sqlite-shm'), Buffer.alloc(32_768, 0x5a))
    expect(await expectRecovery()).to.have.members(acknowledged)
  })

  it('loses a commit that was not synced whole, and nothing else of it, wherever it is cut', async () => {
    const synced = readFileSync(join(killed, 'lrs.sqlite-wal')).length
    const whole = readFileSync(join(alive.path, 'later/lrs.sqlite-wal')).length
    expect(whole).to.be.above(synced)
    const log = join(folder.path, 'lrs.sqlite-wal')
    for (let cut = synced; cut < whole; cut += 1500) {
      leaveBehind(killed, folder.path)
      copyFileSync(join(alive.path, 'later/lrs.sqlite-wal'), log)
      truncateSync(log, cut)
      expect(await expectRecovery(), `cut at ${cut}`).to.have.members(acknowledged)
    }
    leaveBehind(killed, folder.path)
    copyFileSync(join(alive.path, 'later/lrs.sqlite-wal'), log)
    expect(await expectRecovery()).to.have.members([...acknowledged, ...unacknowledged])
  })
})
