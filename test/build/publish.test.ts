import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { publish } from '../../build/publish.ts'
import { temporaryFolder } from '../support/folder.ts'

describe('publish', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let home: string
  let out: string
  beforeEach(() => {
    folder = temporaryFolder()
    home = folder.path
    out = join(home, 'dist')
  })
  afterEach(() => folder.remove())

  const write = (name: string, text: string) => async (folder: string) => {
    mkdirSync(join(folder, 'sub'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const all = { keep: () => false }

  it('puts what was filled in place, with its checksums', async () => {
    await publish(out, { ...all, fill: write('sub/a.txt', 'abc') })
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).to.equal(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  sub/a.txt\n',
    )
    expect(readdirSync(home)).to.deep.equal(['dist'])
  })

  it('replaces what was there, and keeps what it is told to keep', async () => {
    await publish(out, {
      ...all,
      fill: async (folder) => {
        await write('old.zip', '1')(folder)
        await write('kept.zip', '2')(folder)
      },
    })
    await publish(out, { keep: (name) => name === 'kept.zip', fill: write('new.zip', '3') })
    expect(readdirSync(out)).to.deep.equal(['SHA256SUMS', 'kept.zip', 'new.zip', 'sub'])
    expect(
      readFileSync(join(out, 'SHA256SUMS'), 'utf8')
        .split('\n')
        .map((line) => line.slice(66)),
    ).to.deep.equal(['kept.zip', 'new.zip', ''])
  })

  it('leaves everything as it was when filling fails half-way', async () => {
    await publish(out, { ...all, fill: write('a.zip', 'good') })
    const failure = await publish(out, {
      ...all,
      fill: async (folder) => {
        await write('a.zip', 'half')(folder)
        throw new Error('no room')
      },
    }).catch((error: Error) => error.message)
    expect(failure).to.equal('no room')
    expect(readFileSync(join(out, 'a.zip'), 'utf8')).to.equal('good')
    expect(readdirSync(home)).to.deep.equal(['dist'])
  })

  it('leaves nothing behind when the first build fails', async () => {
    await publish(out, { ...all, fill: () => Promise.reject(new Error('no room')) }).catch(() => undefined)
    expect(existsSync(out)).to.equal(false)
    expect(readdirSync(home)).to.deep.equal([])
  })
})
