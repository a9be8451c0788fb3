import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { deadlineChart } from '../../../course/pictures/m3/deadline-chart.ts'

const page = readFileSync(join(import.meta.dirname, '../../../course/content/sv/m3/fristkartan.md'), 'utf8')

/** The rows of the page's two tables, their heads and rules left out. */
const table = [...page.matchAll(/^\| (.+) \| (\d+ \S+) \|$/gm)].map(([, name, time]) => ({ name, time }))

const svg = deadlineChart()
const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
const bars = [...svg.matchAll(/<rect x="0" y="0" width="(\d+)" height="34" fill="var\(--(accent|light)\)"/g)].map(
  ([, width, fill]) => ({ width: Number(width), fill }),
)

const weeks = (time = '') => Number.parseInt(time, 10) * (time.includes('månad') ? 365.25 / 12 / 7 : 1)

describe('the deadline chart', () => {
  it('says what the tables beside it say, in the same order', () => {
    expect(table).to.have.length(4)
    expect(words.filter((text) => !text?.includes(':'))).to.deep.equal(table.flatMap(({ name, time }) => [name, time]))
  })

  it('is true to scale, one scale for both kinds of time', () => {
    const unitsAWeek = bars.map(({ width }, i) => width / weeks(table[i]?.time))
    expect(Math.max(...unitsAWeek) - Math.min(...unitsAWeek)).to.be.below(0.1)
  })

  it('tells time to decide from time to wait by more than colour', () => {
    expect(bars.map(({ fill }) => fill)).to.deep.equal(['accent', 'accent', 'light', 'light'])
    expect(svg.match(/<svg width/g)).to.have.length(2)
    expect(words.filter((text) => text?.includes(':'))).to.deep.equal([
      'Beslutstid: kommunen ska hinna klart',
      'Väntetid: företaget får inte börja än',
    ])
  })

  it('leaves out the times that nobody has confirmed', () => {
    expect(words.join(' ')).not.to.match(/tobak|C-anmälan|PBL|förhandsbesked/i)
  })
})
