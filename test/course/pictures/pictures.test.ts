import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { validateXML } from 'xmllint-wasm'
import { readTokens } from '../../../build/pictures.ts'
import { doorGlyph, halfStreet, scene } from '../../../course/pictures/drawing.ts'
import { pictures } from '../../../course/pictures/pictures.ts'
import { drawnSteps } from '../../../course/pictures/scene.ts'

const course = join(import.meta.dirname, '../../../course')
const inline = {
  glyph: doorGlyph({ module: 'M1' }),
  'street 1': halfStreet(1),
  'street 2': halfStreet(2),
  ...Object.fromEntries(drawnSteps.map((step) => [step, scene(step)])),
}
const files = Object.fromEntries(Object.entries(pictures).map(([name, draw]) => [name, draw()]))
const drawings = Object.entries({ ...inline, ...files })

describe('every drawing', () => {
  it('is well-formed XML', async () => {
    const contents = `<all>${drawings.map(([, svg]) => svg).join('')}</all>`
    const { errors, normalized } = await validateXML({
      xml: { fileName: 'drawings.xml', contents },
      normalization: 'c14n',
    })
    expect(errors).to.deep.equal([])
    expect(normalized).to.match(/^<all><svg/)
  })

  it('paints with the tokens of the style sheet and nothing else', () => {
    const { light, dark } = readTokens(readFileSync(join(course, 'styles/tokens.css'), 'utf8'))
    expect(dark.size).to.be.greaterThan(20)
    for (const [name, svg] of drawings) {
      const paints = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, paint = '']) => paint)
      const unknown = paints.filter((paint) => paint !== 'none' && !light.has(/^var\(--(.+)\)$/.exec(paint)?.[1] ?? ''))
      expect(unknown, name).to.deep.equal([])
      expect(svg, name).not.to.match(/gradient|style=|filter|#[0-9a-f]{3}/i)
    }
  })

  it('holds no ids, so that drawings can stand beside each other in one document', () => {
    for (const [name, svg] of drawings) expect(svg, name).not.to.match(/\sid="/)
  })

  it('has no number finer than a hundredth of a unit, and none that is not a number', () => {
    for (const [name, svg] of drawings) expect(svg, name).not.to.match(/\d\.\d{3}|NaN|undefined|Infinity/)
  })

  it('keeps its words at 20 units or more, house numbers at 16', () => {
    for (const [name, svg] of drawings) {
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"[^>]*>([^<]*)</g)]
      for (const [, size, words = ''] of sizes) {
        const least = /^\d+$/.test(words) ? 16 : 20
        expect(Number(size), `${name}: ${words}`).to.be.at.least(least)
      }
    }
  })
})

describe('pictures', () => {
  it('are named in ASCII, lower case', () => {
    for (const name of Object.keys(pictures)) expect(name).to.match(/^[a-z0-9-]+\.svg$/)
  })

  it('are each shown by a page, with a sentence that says what they say', () => {
    const folder = join(course, 'content/sv')
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(md|yaml)$/.test(name))
    const text = pages.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
    for (const name of Object.keys(pictures)) {
      const alt = new RegExp(`fil: ${name},?\\s+alt: "([^"]*)"`).exec(text)?.[1] ?? ''
      expect(alt, name).to.match(/^[A-ZÅÄÖ].{30,}\.$/)
    }
  })

  it('are drawn the same every time', () => {
    for (const [name, draw] of Object.entries(pictures)) expect(draw(), name).to.equal(files[name])
  })
})
