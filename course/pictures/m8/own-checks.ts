import { pizzaBaker } from '../cast.ts'
import { plate } from '../door.ts'
import { wideWindow, workbench } from '../furniture.ts'
import { checklist } from '../papers.ts'
import { person } from '../person.ts'
import { at, circle, d, drawing, ellipse, group, rect, shade, words } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

/** A box with an arrow in and an arrow out. */
const traced =
  rect([-34, -52, 68, 52], 'ochre') +
  rect([-7, -52, 14, 52], 'linen') +
  shade('M22 -52H34V0H22Z', 0.1) +
  way(d`M-84 -26H-52`, 'colleagues') +
  arrowHead([-42, -26], 'right') +
  way(d`M40 -26H70`, 'colleagues') +
  arrowHead([82, -26], 'right')

/** A plate of dessert that somebody asks about. */
const dessert =
  ellipse([0, -6], [46, 9], 'white') +
  ellipse([0, -10], [28, 10], 'falu') +
  [-14, 0, 13].map((x) => circle([x, -18], 4, 'linen')).join('') +
  circle([34, -58], 22, 'white') +
  words([34, -48], '?', { size: 30 })

/** På bänken: en lista med rutiner, en låda med spår åt två håll och en tallrik som någon frågar om. */
export const ownChecks = () =>
  drawing(
    [0, 20, 640, 280],
    rect([0, 0, 640, 300], 'hill') +
      wideWindow([440, 40]) +
      person(pizzaBaker, { at: [192, 326], scale: 1.9, mood: 'glad' }) +
      workbench([0, 206], 640, 300) +
      group(checklist([0, 0]), { transform: 'translate(56 212) scale(1.25)' }) +
      at([340, 210], traced) +
      at([530, 212], dessert) +
      plate([92, 244], 'Rutiner') +
      plate([340, 244], 'Spår') +
      plate([530, 244], 'Allergener'),
  )
