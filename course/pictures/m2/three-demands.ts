import { licensingOfficer, olena } from '../cast.ts'
import { plate } from '../door.ts'
import { desk, room } from '../furniture.ts'
import { lawBook } from '../papers.ts'
import { person } from '../person.ts'
import { at, circle, d, drawing, group, type Point, rect, shade, stroke } from '../svg.ts'

/** A pair of scales that weighs two equal things. */
const scales = (place: Point) =>
  at(
    place,
    rect([-24, -8, 48, 8], 'roof') +
      rect([-3, -84, 6, 78], 'roof') +
      rect([-52, -84, 104, 6], 'roof', { rx: 3 }) +
      [-48, 48]
        .map(
          (x) =>
            stroke(d`M${x} -80L${x - 17} -48M${x} -80L${x + 17} -48`, 'roof', { width: 2 }) +
            circle([x, -55], 7, 'lake') +
            rect([x - 22, -48, 44, 6], 'roof', { rx: 3 }),
        )
        .join(''),
  )

/** A box and a ruler exactly as long. */
const measured = (place: Point) =>
  at(
    place,
    rect([-44, -66, 88, 46], 'linden') +
      rect([-6, -66, 12, 46], 'linen') +
      shade('M34 -66H44V-20H34Z', 0.1) +
      rect([-44, -16, 88, 16], 'white') +
      [-33, -22, -11, 0, 11, 22, 33].map((x) => rect([x - 1, -16, 2, x % 22 === 0 ? 10 : 6], 'line')).join(''),
  )

/** På bordet mellan handläggaren och Olena ligger lagboken, vågen och måttet. */
export const threeDemands = () =>
  drawing(
    [0, 36, 640, 264],
    room(232, 300) +
      person(licensingOfficer, { at: [70, 316], scale: 1.9 }) +
      person(olena, { at: [570, 316], scale: 1.9, facing: 'left', mood: 'glad' }) +
      desk([16, 206], 608, 310) +
      group(lawBook([0, 0]), { transform: 'translate(132 206) scale(1.4)' }) +
      scales([320, 206]) +
      measured([466, 206]) +
      plate([164, 244], 'Lagstöd') +
      plate([320, 244], 'Opartisk') +
      plate([466, 244], 'Lagom'),
  )
