import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'chai'

/** The command as it is typed, from the project's folder. */
function build(...args: string[]) {
  const root = join(import.meta.dirname, '../..')
  return spawnSync(process.execPath, ['build/main.ts', ...args], { cwd: root, encoding: 'utf8' })
}

describe('the build command', () => {
  it('names the targets when it is asked for another', () => {
    const { status, stderr } = build('--target', 'scorm13')
    expect(status).to.equal(1)
    expect(stderr).to.equal(
      'Målet ”scorm13” finns inte. Välj: scorm12, scorm2004-3, scorm2004-4, cmi5, xapi, web, hosted.\nInget byggdes. dist är som förut.\n',
    )
  })

  it('says how it is used when it does not understand', () => {
    const { status, stderr } = build('--traget', 'scorm12')
    expect(status).to.equal(1)
    expect(stderr).to.match(
      /^--traget scorm12 går inte att förstå. Skriv --target scorm12 eller --target scorm2004-3 eller /,
    )
  })
})
