import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { brandOf } from '../../../build/brand/brand.ts'
import { contrast, hexOf, oklchOf } from '../../../build/brand/oklch.ts'
import { readTokens } from '../../../build/pictures.ts'
import { ownWorkshop } from '../../../build/workshop.ts'

const tokens = readTokens(readFileSync(join(ownWorkshop.styles, 'tokens.css'), 'utf8'))
const shown = (colour: string) => {
  const { light, dark } = brandOf(colour, tokens)
  return [light, dark].map(({ accent, contrast }) => `${accent} ${contrast.toFixed(1)}`)
}

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe('brandOf', () => {
  const tried: [string, string, string][] = [
    ['#ffcd00', '#765d00 6.1', '#f3d067 12.0'],
    ['#c8102e', '#af2933 6.4', '#f48986 7.5'],
    ['#005aa9', '#005aa9 6.7', '#6daefb 7.8'],
    ['#95c11f', '#4f6806 6.1', '#9cbd5c 8.4'],
  ]
  for (const [raw, light, dark] of tried)
    it(`makes ${raw} ${light} in light and ${dark} in dark`, () => expect(shown(raw)).to.deep.equal([light, dark]))

  it('gives the course’s own colour back, with the tint and the leaf of tokens.css', () => {
    const { tokens: branded } = brandOf('#0b5563', tokens)
    for (const name of ['accent', 'accent-tint', 'leaf']) {
      expect(branded.light.get(name), name).to.equal(tokens.light.get(name))
      expect(branded.dark.get(name), name).to.equal(tokens.dark.get(name))
    }
  })

  it('can be read whatever the colour, grey, white and black among them', () => {
    const readable = (raw: string) => {
      const { light, dark } = brandOf(raw, tokens)
      for (const [mode, made, least] of [
        [tokens.light, light, 5.5],
        [tokens.dark, dark, 6.5],
      ] as const) {
        for (const ground of ['paper', 'surface'])
          expect(contrast(made.accent, mode.get(ground) ?? ''), `${raw} on ${ground}`).to.be.at.least(least)
        expect(contrast(made.accent, made.tint), `${raw} on its tint`).to.be.at.least(4.5)
      }
      expect(contrast('#ffffff', light.accent), `white on ${raw}`).to.be.at.least(4.5)
      expect(contrast('#0d1719', dark.accent), `#0d1719 on ${raw}`).to.be.at.least(4.5)
    }
    for (const raw of ['#808080', '#ffffff', '#000000']) readable(raw)
    fc.assert(fc.property(colour, readable), { numRuns: 300 })
  })

  it('says the raw colour for the stripe only', () => {
    expect(brandOf('#ffcd00', tokens).css).to.equal(
      ':root{--brand:#ffcd00;--accent:#765d00;--accent-tint:#f1ecdc;--leaf:#765d00}' +
        '@media screen and (prefers-color-scheme:dark){:root{--brand:#ffcd00;--accent:#f3d067;--accent-tint:#342d19;--leaf:#6f5800}}\n',
    )
  })
})

describe('hexOf', () => {
  it('gives every colour back that it was read from', () => {
    const returns = (hex: string) => {
      expect(hexOf(oklchOf(hex))).to.equal(hex)
    }
    fc.assert(fc.property(colour, returns))
  })

  it('keeps lightness and hue of what no screen can show', () => {
    const shownAs = oklchOf(hexOf({ lightness: 0.5, chroma: 0.4, hue: 1.5 }))
    expect(shownAs.lightness).to.be.closeTo(0.5, 0.01)
    expect(shownAs.hue).to.be.closeTo(1.5, 0.05)
    expect(shownAs.chroma).to.be.below(0.12)
  })
})

describe('contrast', () => {
  it('is 21 between black and white, either way round, and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).to.equal(21)
    expect(contrast('#ffffff', '#000000')).to.equal(21)
    expect(contrast('#777777', '#777777')).to.equal(1)
  })
})
