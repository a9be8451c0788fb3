import { foodInspector, pizzaBaker } from '../cast.ts'
import { workbench } from '../furniture.ts'
import { panel } from '../panel.ts'
import { checklist } from '../papers.ts'
import { person } from '../person.ts'
import { at, drawing, group, type Point, rect, shade, words } from '../svg.ts'
import { pot } from '../trade-things.ts'

const half = (title: string, content: string) => panel({ title, width: 316, height: 250, floor: 206 }, content)

/** An invoice as large as a head and a half. */
const invoice = (place: Point) =>
  at(
    place,
    group(
      shade('M4 -104H106V4H4Z', 0.15) +
        rect([0, -108, 102, 108], 'white') +
        words([51, -82], 'Faktura', { size: 20 }) +
        [-66, -54, -42].map((y) => rect([12, y, 78, 4], 'line', { 'fill-opacity': 0.45 })).join('') +
        rect([54, -22, 36, 8], 'leaf'),
      { transform: 'rotate(-3)' },
    ),
  )

const visit =
  person(pizzaBaker, { at: [60, 246], scale: 1.3, mood: 'talking' }) +
  person(foodInspector, { at: [268, 246], scale: 1.3, facing: 'left', pose: 'point', mood: 'calm' }) +
  workbench([96, 172], 116, 250) +
  group(checklist([0, 0]), { transform: 'translate(152 178) scale(0.9)' }) +
  pot([98, 178])

const bill =
  person(pizzaBaker, { at: [60, 246], scale: 1.3, pose: 'reach', mood: 'calm' }) +
  workbench([96, 172], 200, 250) +
  invoice([140, 178])

/** Inspektören kommer först, och fakturan kommer efteråt. */
export const afterTheVisit = () =>
  drawing(
    [0, 0, 640, 250],
    rect([316, 0, 8, 250], 'paper') + half('Först kontroll', visit) + at([324, 0], half('Sedan faktura', bill)),
  )
