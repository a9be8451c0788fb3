import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { rebuild } from '../../../build/watch/rebuild.ts'
import { temporaryFolder } from '../../support/folder.ts'

describe('rebuild', function () {
  this.timeout(60_000)

  it('writes the course, and after that only what changed', async () => {
    const folder = temporaryFolder()
    const read = (name: string) => readFileSync(join(folder.path, name), 'utf8')
    const written = (name: string) => statSync(join(folder.path, name)).mtimeMs
    await rebuild(folder.path, undefined)
    expect(read('index.html')).to.include('<title>')
    expect(read('course.css')).to.include('--paper')
    const before = written('index.html')
    await rebuild(folder.path, 'content/sv/m1/gransen.md')
    expect(written('index.html')).to.equal(before)
    folder.remove()
  })
})
