import { licensingOfficer, olena } from '../cast.ts'
import { type DoorState, door, plate } from '../door.ts'
import { desk } from '../furniture.ts'
import { panel } from '../panel.ts'
import { application } from '../papers.ts'
import { person } from '../person.ts'
import { at, drawing, rect, stroke } from '../svg.ts'

const half = (title: string, content: string) => panel({ title, width: 316, height: 236, floor: 206 }, content)
const licences = (state: DoorState) => door([256, 96], [42, 106], state) + plate([277, 54], 'ALK')
const table = desk([20, 172], 196, 240)
const pen = stroke('M0 0L12 -22', 'leaf', { width: 5 })

/** Olena skriver, handläggaren pekar. */
const help =
  licences('open') +
  person(licensingOfficer, { at: [58, 240], scale: 1.3, pose: 'point', mood: 'talking' }) +
  person(olena, { at: [188, 240], scale: 1.3, facing: 'left', pose: 'reach', mood: 'glad' }) +
  table +
  application([98, 176], 'half') +
  at([150, 150], pen)

/** Handläggaren skriver, Olena ser på. */
const takeOver =
  licences('closed') +
  person(licensingOfficer, { at: [58, 240], scale: 1.3, pose: 'reach', mood: 'calm' }) +
  person(olena, { at: [196, 240], scale: 1.3, facing: 'left', pose: 'shrug', mood: 'worried' }) +
  table +
  application([108, 176], 'wrong') +
  at([104, 150], pen)

/** När du hjälper skriver Olena själv, när du tar över skriver du. */
export const whosePen = () =>
  drawing(
    [0, 0, 640, 236],
    rect([316, 0, 8, 236], 'paper') + half('Hjälpa', help) + at([324, 0], half('Ta över', takeOver)),
  )
