import { haulier } from '../cast.ts'
import { plan, telephone } from '../desk-things.ts'
import { wallClock } from '../furniture.ts'
import { lawBook } from '../papers.ts'
import { person } from '../person.ts'
import { at, drawing, element, group, type Point, rect, shade, words } from '../svg.ts'

const large = (thing: string, [x, y]: Point, scale: number) =>
  group(thing, { transform: `translate(${x} ${y}) scale(${scale})` })

/** What is seen in each window: its word, and a drawing within 172×100. */
const areas: [string, string][] = [
  ['Information', rect([72, 22, 28, 56], 'white', { rx: 14 }) + words([86, 64], 'i', { size: 40 })],
  ['Tillgänglighet', large(telephone([0, 0]), [34, 84], 1.8)],
  ['Bemötande', person(haulier, { at: [86, 186], scale: 1.35, mood: 'glad' })],
  ['Kompetens', large(plan([0, 0]), [40, 90], 1.4)],
  ['Rättssäkerhet', large(lawBook([0, 0]), [52, 92], 1.4)],
  ['Effektivitet', large(wallClock([0, 0]), [86, 50], 1.9)],
]

const pane = ([x, y]: Point, [word, content]: [string, string]) =>
  at(
    [x, y],
    rect([0, 0, 184, 112], 'trim') +
      element('svg', { x: 6, y: 6, width: 172, height: 100 }, rect([0, 0, 172, 100], 'glass') + content) +
      rect([-3, 112, 190, 8], 'trim') +
      rect([2, 128, 180, 32], 'white', { rx: 2 }) +
      words([92, 151], word, { size: 20 }),
  )

/** Sex fönster i ett hus, ett för varje serviceområde. */
export const sixAreas = () => {
  const boards = Array.from({ length: 45 }, (_, i) => `M0 ${8 * (i + 1)}h640v1h-640z`)
  return drawing(
    [0, 0, 640, 368],
    rect([0, 0, 640, 368], 'falu') +
      shade(boards.join(''), 0.13) +
      areas.map((area, i) => pane([22 + (i % 3) * 206, 18 + Math.floor(i / 3) * 176], area)).join(''),
  )
}
