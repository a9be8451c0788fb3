import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'

interface Head {
  id: string
  slag: 'las' | 'kort' | 'uppgift'
  kalla?: string[]
  bild?: object
  lag?: { kalla: string }[]
  marginal?: object
}

const content = join(import.meta.dirname, '../../../course/content/sv')
const read = (...path: string[]) => readFileSync(join(content, ...path), 'utf8')

const { kallor: sources } = parse(read('sources.yaml')) as { kallor: { id: string; sakerhet: string }[] }
const certainty = new Map(sources.map(({ id, sakerhet }) => [id, sakerhet]))

/**
 * Confirmed before version 1.0.0: the history of the method is the client's own account; of the chapter on waste only what is
 * sure is said, that the Code and local regulations apply.
 */
const awaited = ['lots-historia', 'mb-15']

const folders = readdirSync(content).filter((name) => existsSync(join(content, name, 'module.yaml')))

for (const folder of folders) {
  const module = parse(read(folder, 'module.yaml')) as { id: string; sidor: string[]; mal: { id: string }[] }
  const files = readdirSync(join(content, folder))
  const quiz = parse(read(folder, 'quiz.yaml')) as { quiz: { mal: string; kalla: string[] }[] }
  const scenario = parse(read(folder, 'scenario.yaml')) as { noder: { etikett: string; kalla: string[] }[] }
  const heads = files
    .filter((name) => name.endsWith('.md'))
    .map((name) => parse(read(folder, name).split(/^---$/m)[1] ?? '') as Head)

  describe(`the content of ${module.id}`, () => {
    it('begins with the scenario and ends with the questions, the card and the task', () => {
      expect(module.sidor[0]).to.equal('scenario')
      const last = module.sidor.filter((name) => name !== 'fem-fall').slice(-3)
      expect(last).to.deep.equal(['quiz', 'kom-ihag', 'gor-i-dag'])
    })

    it('has a file for every page, and a page for every file', () => {
      const named = files.map((name) => name.replace(/\.(md|yaml)$/, '')).filter((name) => name !== 'module')
      expect(named).to.have.members(module.sidor)
    })

    it('tests every objective', () => {
      expect(new Set(quiz.quiz.map(({ mal }) => mal))).to.have.all.keys(module.mal.map(({ id }) => id))
    })

    it('shows a picture, the law and a note on every page to read, and rests each row of law on a source of the page', () => {
      for (const { id, slag, kalla = [], bild, lag, marginal } of heads.filter((head) => head.slag === 'las')) {
        expect(bild, id).to.be.an('object')
        expect(marginal, id).to.be.an('object')
        expect(lag, `${id} ${slag}`).to.be.an('array').that.is.not.empty
        for (const row of lag ?? []) expect(kalla, id).to.include(row.kalla)
      }
    })

    it('rests on sources that exist and are confirmed', () => {
      const used = [...heads, ...quiz.quiz, ...scenario.noder].flatMap(({ kalla = [] }) => kalla)
      const weak = used.filter((id) => !awaited.includes(id) && !['hog', 'medel'].includes(certainty.get(id) ?? ''))
      expect(weak).to.deep.equal([])
    })

    it('names every step of the scenario for the row of doors', () => {
      for (const { etikett } of scenario.noder) expect(etikett).to.match(/^[A-ZÅÄÖ][a-zåäö]+( [a-zåäö]+)?$/)
    })
  })
}

describe('the modules', () => {
  it('are all named in course.yaml, in order', () => {
    const { moduler: rows } = parse(read('course.yaml')) as { moduler: { id: string }[] }
    expect(rows.map(({ id }) => id.toLowerCase())).to.include.members(folders)
  })

  it('say no time for a notification under the Planning and Building Act, which nobody has read', () => {
    for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((each) => /\.md$/.test(each)))
      for (const sentence of read(name).split(/[.\n]/))
        expect(sentence, name).not.to.match(/anmäl\S* (till bygglov|enligt (PBL|plan))[^|]*\d+ (veckor|månader)/i)
  })
})
