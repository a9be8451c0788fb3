import { calendar } from '../calendar.ts'
import { buildingOfficer } from '../cast.ts'
import { desk, room } from '../furniture.ts'
import { person } from '../person.ts'
import { at, drawing, group, type Point, rect, shade, words } from '../svg.ts'

/** Pigeonholes, 150×124, with letters in some of them. */
const pigeonholes = (place: Point) =>
  at(
    place,
    rect([0, 0, 150, 124], 'ochre') +
      [0, 1, 2, 3, 4, 5, 6, 7, 8]
        .map((i) => {
          const x = 6 + (i % 3) * 47
          const y = 6 + Math.floor(i / 3) * 39
          const letters =
            i % 2 === 0 ? rect([x + 4, y + 22, 36, 5], 'white') + rect([x + 6, y + 27, 32, 5], 'linen') : ''
          return rect([x, y, 44, 34], 'line', { 'fill-opacity': 0.18 }) + letters
        })
        .join(''),
  )

/** An application as large as a head and a half, with the stamp of the day on it. */
const stamped = (place: Point) =>
  at(
    place,
    group(
      shade('M4 -124H130V4H4Z', 0.15) +
        rect([0, -128, 126, 128], 'white') +
        [-116, -104, -92]
          .map((y, i) => rect([12, y, i === 2 ? 64 : 100, 4], 'line', { 'fill-opacity': 0.45 }))
          .join('') +
        group(
          rect([-56, -22, 112, 44], 'falu') + rect([-52, -18, 104, 36], 'white') + words([0, 8], 'INKOM', { size: 22 }),
          { transform: 'translate(63 -42) rotate(-7)' },
        ),
      { transform: 'rotate(-3)' },
    ),
  )

const stamper = (place: Point) =>
  at(
    place,
    rect([-5, -30, 10, 20], 'falu', { rx: 4 }) +
      rect([-9, -12, 18, 6], 'roof') +
      rect([-22, -6, 44, 12], 'roof', { rx: 2 }),
  )

/** Registratorn stämplar Karims ansökan samma dag som den kommer in. */
export const received = () =>
  drawing(
    [0, 0, 640, 300],
    room(232, 300) +
      pigeonholes([36, 42]) +
      group(calendar([0, 0], { columns: 5, rows: 4, ringed: 6 }), { transform: 'translate(504 164) scale(1.4)' }) +
      person(buildingOfficer, { at: [258, 326], scale: 1.9, pose: 'reach', mood: 'glad' }) +
      desk([120, 220], 400, 310) +
      stamped([358, 226]) +
      stamper([332, 184]),
  )
