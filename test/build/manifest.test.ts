import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { BuildError } from '../../build/build-error.ts'
import { renderManifest } from '../../build/manifest.ts'
import { temporaryFolder } from '../support/folder.ts'

describe('renderManifest', () => {
  const folder = temporaryFolder()
  const template = join(folder.path, 'manifest.hbs')
  after(() => folder.remove())

  const render = (text: string, values: Record<string, unknown>) => {
    writeFileSync(template, text)
    return renderManifest(template, values)
  }

  it('escapes four signs and no others', () => {
    expect(render('<title>{{xml title}}</title>', { title: `Lots' år = ‹å> & "x" <b> \`` })).to.equal(
      `<title>Lots' år = ‹å&gt; &amp; &quot;x&quot; &lt;b&gt; \`</title>`,
    )
  })

  it('stops at a value that is missing', () => {
    expect(() => render('<title>{{xml titel}}</title>', { title: 'x' })).to.throw(BuildError, 'ett värde saknas')
  })

  it('stops at a value written without the helper', () => {
    expect(() => render('<title>{{title}}</title>', { title: `Lots'` })).to.throw(BuildError, 'utan {{xml')
  })
})
