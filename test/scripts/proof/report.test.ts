import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { writeSection } from '../../../scripts/proof/report.ts'
import { temporaryFolder } from '../../support/folder.ts'

describe('writeSection', () => {
  const folder = temporaryFolder()
  const report = join(folder.path, 'made/on/the/way/REPORT.md')
  const names = ['kills', 'reads']
  const write = (name: string, ...lines: string[]) =>
    writeSection(report, { name, title: `About ${name}`, lines, seconds: 12.4 }, names)
  const text = () => readFileSync(report, 'utf8')
  const headings = () => text().match(/^#+ .*$/gm)

  after(() => folder.remove())

  it('begins the report, and dates the section', () => {
    write('reads', 'first', '', '- a list')
    expect(headings()).to.deep.equal(['# Proof', '## reads: About reads'])
    expect(text()).to.match(
      /\n\d{4}-\d\d-\d\d \d\d:\d\d UTC, Node \d+\.\S+, \w+ \w+, \d+ processors, 12 s\n\nfirst\n\n- a list\n$/,
    )
  })

  it('puts a section in its place and leaves the others', () => {
    write('kills', 'killed')
    expect(headings()).to.deep.equal(['# Proof', '## kills: About kills', '## reads: About reads'])
    expect(text()).to.include('\nfirst\n\n- a list\n')
  })

  it('replaces what a section said before, and keeps one that is no longer known', () => {
    write('old', 'from another time')
    const before = text()
    write('reads', 'second')
    expect(headings()).to.deep.equal(['# Proof', '## kills: About kills', '## reads: About reads', '## old: About old'])
    expect(text()).to.include('\nsecond\n').and.not.include('first')
    write('reads', 'first', '', '- a list')
    expect(text().replace(/\d\d:\d\d UTC/g, '')).to.equal(before.replace(/\d\d:\d\d UTC/g, ''))
  })
})
