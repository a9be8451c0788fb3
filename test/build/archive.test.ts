import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'chai'
import { unzipSync } from 'fflate'
import { archive } from '../../build/archive.ts'

const files = new Map([
  ['b/å.txt', new TextEncoder().encode('hej å '.repeat(50))],
  ['a.txt', new TextEncoder().encode('a')],
  ['c.woff2', new Uint8Array([1, 2, 3])],
])

const script = `
const { archive } = await import(process.argv[1])
const files = new Map([['b.txt', new Uint8Array(300)], ['a.txt', new Uint8Array([1])]])
process.stdout.write(Buffer.from(archive(files)).toString('hex'))`

/** A zip made by another process, in another time zone and year. */
function elsewhere(zone: string, year: number): string {
  const clock = `const Real = Date; globalThis.Date = class extends Real { constructor(...a) { super(...(a.length ? a : [Real.UTC(${year}, 6, 1)])) } static now() { return Real.UTC(${year}, 6, 1) } };`
  const module = join(import.meta.dirname, '../../build/archive.ts')
  return execFileSync(process.execPath, ['--input-type=module', '-e', clock + script, module], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })
}

describe('archive', () => {
  it('keeps every file, sorted by path', () => {
    const entries = unzipSync(archive(files))
    expect(Object.keys(entries)).to.deep.equal(['a.txt', 'b/å.txt', 'c.woff2'])
    expect(entries['b/å.txt']).to.deep.equal(files.get('b/å.txt'))
  })

  it('gives the same bytes whatever order the files came in', () => {
    expect(archive(new Map([...files].toReversed()))).to.deep.equal(archive(files))
  })

  it('gives the same bytes in every time zone and year', () => {
    const here = elsewhere('Europe/Stockholm', 2026)
    expect(here).to.match(/^504b0304/)
    expect(elsewhere('Pacific/Apia', 2031)).to.equal(here)
    expect(elsewhere('America/St_Johns', 1999)).to.equal(here)
  })
})
