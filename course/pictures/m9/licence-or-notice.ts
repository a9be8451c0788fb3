import { door, plate } from '../door.ts'
import { label } from '../label.ts'
import { panel } from '../panel.ts'
import { application, proof } from '../papers.ts'
import { at, drawing, group, rect } from '../svg.ts'

const half = (title: string, goods: string[], paper: string) =>
  panel(
    { title, width: 316, height: 280, floor: 234 },
    door([28, 92], [60, 138], 'ajar') +
      plate([58, 50], 'ALK') +
      goods.map((each, i) => label([212, 46 + i * 40], each, 176)).join('') +
      group(paper, { transform: 'translate(182 248) scale(1.15)' }),
  )

/** Tobak, snus, vin och starköl kräver tillstånd, e-cigaretter, vitt snus och folköl kräver anmälan. */
export const licenceOrNotice = () =>
  drawing(
    [0, 0, 640, 280],
    rect([316, 0, 8, 280], 'paper') +
      half('Tillstånd', ['Cigaretter', 'Snus', 'Vin, starköl'], proof([0, 0])) +
      at([324, 0], half('Anmälan', ['E-cigaretter', 'Vitt snus', 'Folköl'], application([0, 0], 'whole'))),
  )
