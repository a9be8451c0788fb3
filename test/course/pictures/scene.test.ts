import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'
import { scene } from '../../../course/pictures/scene.ts'

interface Node {
  id: string
  val: { poang: 0 | 1 | 2 }[]
}

const content = join(import.meta.dirname, '../../../course/content/sv')
const nodes = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((name) => basename(name) === 'scenario.yaml')
  .toSorted()
  .flatMap((name) => (parse(readFileSync(join(content, name), 'utf8')) as { noder: Node[] }).noder)
const outcomes = ['closed', 'ajar', 'open'] as const

const alts = (svg: string) =>
  Object.fromEntries([...svg.matchAll(/data-alt-(\w+)="([^"]*)"/g)].map(([, outcome = '', alt]) => [outcome, alt]))

describe('scene', () => {
  for (const { id, val: choices } of nodes) {
    const svg = scene(id)
    const expected = ['start', ...new Set(choices.map(({ poang }) => outcomes[poang]))].toSorted()

    it(`${id} draws the start and every outcome that a choice can have, and no other`, () => {
      const drawn = new Set([...svg.matchAll(/data-when="(\w+)"/g)].map(([, outcome = '']) => outcome))
      expect([...drawn].toSorted()).to.deep.equal(expected)
    })

    it(`${id} has a sentence for each of them, and begins with the first`, () => {
      expect(Object.keys(alts(svg)).toSorted()).to.deep.equal(expected)
      expect(new Set(Object.values(alts(svg))).size).to.equal(expected.length)
      expect(svg).to.contain(`data-outcome="start"`)
      expect(svg).to.contain(`aria-label="${alts(svg).start}"`)
    })

    it(`${id} says of the door what the outcome says`, () => {
      const words = { start: /är stängd/, closed: /är stängd/, ajar: /på glänt/, open: /är öppen/ }
      for (const [outcome, alt] of Object.entries(alts(svg))) expect(alt).to.match(words[outcome as keyof typeof words])
    })

    it(`${id} has one door, which can change, between x 110 and 530, where phones still see it`, () => {
      const [, left = '', width = ''] =
        /translate\((\d+) 66\)"><rect x="-4" y="-4" width="(\d+)" height="152" fill="var\(--trim\)"/.exec(svg) ?? []
      expect(Number(left) - 4).to.be.at.least(110)
      expect(Number(left) - 4 + Number(width)).to.be.at.most(530)
      expect(svg.match(/class="door"/g)).to.have.length(1)
    })
  }

  it('draws the steps of at least three scenarios', () => {
    expect(new Set(nodes.map(({ id }) => id.slice(0, 2)))).to.include.keys('S1', 'S2', 'S3')
  })

  it('shows a neutral one for a step that nobody has drawn', () => {
    expect(scene('S99-9')).to.include('En företagare står vid din disk').and.to.include('data-alt-ajar')
  })
})
