import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { BuildError } from '../../build/build-error.ts'
import { bundleScript } from '../../build/bundle.ts'
import { decodeText } from '../../build/package-files.ts'
import { hosted } from '../../build/targets/hosted/hosted.ts'
import { scorm12 } from '../../build/targets/scorm12/scorm12.ts'
import { temporaryFolder } from '../support/folder.ts'

describe('bundleScript', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let runtime: string
  beforeEach(() => {
    folder = temporaryFolder()
    runtime = folder.path
    mkdirSync(join(runtime, 'trackers'))
    write('main.ts', "import { createTracker } from '#tracker'\nconst told: string = createTracker()\nreport(told)")
    write('trackers/scorm12.ts', "export const createTracker = (): string => 'lärplattform'")
    write('trackers/cmi5.ts', "export const createTracker = (): string => 'kursserver'")
  })
  afterEach(() => folder.remove())

  const write = (file: string, text: string) => writeFileSync(join(runtime, file), text)

  /** What the script reports when a browser runs it as a classic script. */
  function reported(script: string): string[] {
    const told: string[] = []
    runInNewContext(script, { report: (text: string) => told.push(text) })
    return told
  }

  it('holds the target’s own tracker and no other', async () => {
    const [first, second] = await Promise.all([scorm12, hosted].map((target) => bundleScript(runtime, target)))
    const scripts = [first, second].map((bytes) => decodeText(bytes as Uint8Array))
    expect(scripts.map(reported)).to.deep.equal([['lärplattform'], ['kursserver']])
    expect(scripts[0]).not.to.include('kursserver')
    expect(scripts[1]).not.to.include('lärplattform')
  })

  it('is minified, with its Swedish as it is written', async () => {
    const script = decodeText(await bundleScript(runtime, scorm12))
    expect(script).to.include('lärplattform')
    expect(script).to.match(/^"use strict";\(\(\)=>\{|^\(\(\)=>\{/)
  })

  it('says file and line of code that cannot be built', async () => {
    write('main.ts', "import { createTracker } from '#tracker'\n\nconst a = = createTracker()")
    const error = await bundleScript(runtime, scorm12).catch((caught: BuildError) => caught)
    expect(error).to.be.instanceOf(BuildError)
    expect((error as BuildError).file).to.match(/main\.ts$/)
    expect((error as BuildError).line).to.equal(3)
  })

  it('says which tracker is missing', async () => {
    rmSync(join(runtime, 'trackers/cmi5.ts'))
    const error = await bundleScript(runtime, hosted).catch((caught: BuildError) => caught)
    expect((error as BuildError).message).to.match(/cmi5\.ts finns inte/)
  })
})
