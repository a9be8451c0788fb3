import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { seventyTwoHours } from '../../../course/pictures/m5/seventy-two-hours.ts'
import { fee } from '../../../course/pictures/m6/fee.ts'
import { site } from '../../../course/pictures/m6/site.ts'
import { tenWeeks } from '../../../course/pictures/m6/ten-weeks.ts'

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../../course/content/sv', name), 'utf8')

/** The size of every box in one colour, as [x, width, height]. */
const boxes = (svg: string, color: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)" fill="var\(--([\w-]+)\)"/g)]
    .filter(([, , , , fill]) => fill === color)
    .map(([, x, width, height]) => [Number(x), Number(width), Number(height)] as const)

describe('a drawing that measures is true to scale:', () => {
  it('ten weeks are equally long from the application and from the answer, which comes after half as many', () => {
    const [plain, answered, late] = boxes(tenWeeks(), 'accent').map(([x, width]) => ({ x, width }))
    expect(plain).to.deep.equal(late)
    expect(answered?.width).to.equal(plain?.width)
    expect(answered?.x).to.equal((plain?.width ?? 0) / 2)
  })

  it('Friday from 16, two whole days and Monday until 16 are 72 hours', () => {
    const svg = seventyTwoHours()
    const hours = [...boxes(svg, 'accent'), ...boxes(svg, 'edge')].map(([, width]) =>
      Math.round((width + 2) / (600 / 72)),
    )
    expect(hours).to.deep.equal([8, 16, 24, 24])
  })

  it('the railway reaches 30 metres and the boundary 4.5', () => {
    const railway = boxes(site(), 'falu')[0]?.[2] ?? 0
    const boundary = boxes(site(), 'light')[0]?.[1] ?? 0
    expect(railway / boundary).to.be.closeTo(30 / 4.5, 0.001)
  })

  it('the fee loses a fifth for every week, and the sums are those of the table beside it', () => {
    const sums = [...fee().matchAll(/>(\d[\d ]*) kr</g)].map(([, sum]) => sum)
    const table = [...page('m6/avgiften.md').matchAll(/^\| (\d) \| ([\d ]+) kr \|$/gm)]
    expect(sums).to.deep.equal(table.map(([, , sum]) => sum))
    expect(boxes(fee(), 'accent')).to.have.length(4 + 3 + 2 + 1)
  })
})
