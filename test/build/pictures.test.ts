import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { BuildError } from '../../build/build-error.ts'
import { pictureFile, readTokens } from '../../build/pictures.ts'
import { ownWorkshop } from '../../build/workshop.ts'
import { pictures } from '../../course/pictures/pictures.ts'

const css = `/* :root { --wall: #000; } */
:root { --wall: #e3ebe5; --ink: #14262b; --sign: "Lots", serif; }
@media screen and (prefers-color-scheme: dark) { :root { --wall: #22363c; } }
@media print { :root { color-scheme: light; } }`

describe('readTokens', () => {
  it('reads light and dark colours and nothing else', () => {
    const { light, dark } = readTokens(css)
    expect(Object.fromEntries(light)).to.deep.equal({ wall: '#e3ebe5', ink: '#14262b' })
    expect(Object.fromEntries(dark)).to.deep.equal({ wall: '#22363c' })
  })
})

describe('pictureFile', () => {
  it('writes the colours it uses, and only those, into the file', () => {
    expect(pictureFile('a.svg', '<svg viewBox="0 0 1 1"><rect fill="var(--wall)"/></svg>', readTokens(css))).to.equal(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">' +
        '<style>:root{--wall:#e3ebe5}@media screen and (prefers-color-scheme:dark){:root{--wall:#22363c}}</style>' +
        '<rect fill="var(--wall)"/></svg>',
    )
  })

  it('stops at a colour that tokens.css does not have', () => {
    const draw = () => pictureFile('a.svg', '<svg><rect fill="var(--vagg)"/></svg>', readTokens(css))
    expect(draw).to.throw(BuildError, 'a.svg använder färger som inte finns i tokens.css: vagg')
  })

  it('finds every colour of every picture in the course', () => {
    const tokens = readTokens(readFileSync(join(ownWorkshop.styles, 'tokens.css'), 'utf8'))
    for (const [name, draw] of Object.entries(pictures))
      expect(pictureFile(name, draw(), tokens)).to.match(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  })
})
