import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect } from 'chai'

/** One line that breaks a rule, where it breaks it; `allowed` is a neighbour that must pass in the same file. */
const planted: { file: string; breaks: string; allowed?: string; rule?: string }[] = [
  { file: 'course/vocabulary.ts', breaks: "import '../lrs/app.ts'" },
  { file: 'course/structure/parse.ts', breaks: "import '../runtime/events.ts'", allowed: "import '../vocabulary.ts'" },
  { file: 'course/runtime/player.ts', breaks: "import './trackers/cmi5.ts'", allowed: "import '#tracker'" },
  { file: 'course/runtime/scenario.ts', breaks: "import 'node:fs'" },
  { file: 'course/runtime/outbox.ts', breaks: "import '../../lrs/app.ts'" },
  { file: 'course/runtime/trackers/xapi.ts', breaks: "import './cmi5.ts'", allowed: "import '../outbox.ts'" },
  { file: 'build/main.ts', breaks: "import '../lrs/app.ts'", allowed: "import '../course/structure/parse.ts'" },
  { file: 'lrs/analysis/text.ts', breaks: "import '../../build/main.ts'" },
  {
    file: 'lrs/analysis/read.ts',
    breaks: "import '../../course/runtime/player.ts'",
    allowed: "import '../../course/runtime/statements.ts'",
  },
  { file: 'lrs/statements/prepare.ts', breaks: "import 'express'" },
  {
    file: 'lrs/statements/query.ts',
    breaks: "import { Schema } from 'mongoose'",
    allowed: "import type { Connection } from 'mongoose'",
  },
  { file: 'lrs/xapi/compare.ts', breaks: "import '../statements/prepare.ts'", allowed: "import '../errors.ts'" },
  { file: 'lrs/server.ts', breaks: 'console.log(process.env.PORT)', rule: 'noProcessEnv' },
]

describe('the import rules', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rules-')))
  let found: { path: string; rule: string; line: number }[] = []

  before(() => {
    const config = JSON.parse(readFileSync('biome.json', 'utf8'))
    plant('biome.json', JSON.stringify({ ...config, vcs: { enabled: false } }))
    for (const { file, breaks, allowed } of planted) plant(file, `${breaks}\n${allowed ?? ''}\n`)
    plant('lrs/web/one.ts', "import { two } from './two.ts'\nexport const one = () => two\n")
    plant('lrs/web/two.ts', "import { one } from './one.ts'\nexport const two = () => one\n")
    found = lint(folder)
  })

  after(() => rmSync(folder, { recursive: true }))

  function plant(file: string, text: string) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }

  for (const { file, breaks, allowed, rule = 'noRestrictedImports' } of planted)
    it(`finds ${breaks} in ${file}`, () => {
      const lines = found.filter((finding) => finding.path === file && finding.rule === rule).map(({ line }) => line)
      expect(lines, allowed && `${allowed} is allowed`).to.deep.equal([1])
    })

  it('finds files that import each other', () => {
    const cycle = found.filter((finding) => finding.rule === 'noImportCycles').map(({ path }) => path)
    expect(cycle).to.have.members(['lrs/web/one.ts', 'lrs/web/two.ts'])
  })
})

/** Lints a folder with its own biome.json: path, rule and line of every finding. */
function lint(folder: string) {
  const biome = join(process.cwd(), 'node_modules/.bin/biome')
  const run = spawnSync(biome, ['lint', '--max-diagnostics=none', '--reporter=github', '.'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return [...run.stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+),line=(\d+)/g)].map((match) => ({
    rule: match[1] ?? '',
    path: relative(folder, match[2] ?? '').replaceAll('\\', '/'),
    line: Number(match[3]),
  }))
}
