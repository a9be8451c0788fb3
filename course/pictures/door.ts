import { at, circle, d, group, type Point, rect, shade, shape, words } from './svg.ts'

export type DoorState = 'closed' | 'ajar' | 'open'
const doorStates: readonly DoorState[] = ['closed', 'ajar', 'open']

/** Width and height of the leaf: 30×62 in streets, 52×136 or 74×148 indoors. */
export type DoorSize = Point

const knob = ([w]: DoorSize) => (w < 40 ? 1.8 : 2.6)

const panels: readonly Point[] = [
  [0.12, 0.32],
  [0.54, 0.34],
]

function closed([w, h]: DoorSize): string {
  const inset = Math.round(w * 0.18)
  const panel = ([top, height]: Point) =>
    rect([inset, Math.round(h * top), w - 2 * inset, Math.round(h * height)], 'line', { 'fill-opacity': 0.18 })
  return (
    rect([0, 0, w, h], 'leaf') +
    panels.map(panel).join('') +
    circle([w - 4.5, Math.round(h * 0.52)], knob([w, h]), 'light')
  )
}

/** A leaf hinged at x 0 whose free edge stands at `edge` (negative: swung out) and `drop` lower. */
function swung([w, h]: DoorSize, edge: number, drop: number): string {
  const corner = (x: number, y: number) => d`${x * edge} ${y * h + x * drop}`
  const quad = (y: number, height: number) =>
    `M${corner(0.18, y)}L${corner(0.82, y)}L${corner(0.82, y + height)}L${corner(0.18, y + height)}Z`
  const thickness = edge < 0 ? -Math.max(1.5, w / 26) : Math.max(1.5, w / 26)
  return (
    shape(d`M0 0L${edge} ${drop}H${edge + thickness}V${h + drop}H${edge}L0 ${h}Z`, 'trim') +
    shape(d`M0 0L${edge} ${drop}V${h + drop}L0 ${h}Z`, 'leaf') +
    panels.map(([y, height]) => shade(quad(y, height), 0.18)).join('')
  )
}

/** The light an open door throws on the ground, from the step outwards. */
const wedge = (data: string, opacity: number) => shape(data, 'light', { 'fill-opacity': opacity })

function ajar([w, h]: DoorSize, outside: boolean): string {
  const edge = Math.round(w * 0.66)
  const drop = w < 40 ? 3 : 5
  const floor = d`M${edge} ${h + 4}H${w}L${w + 10} ${h + 22}H${edge + 2}Z`
  const leaf = swung([w, h], edge, drop) + circle([edge - 4, Math.round(h * 0.52) + drop], knob([w, h]), 'light')
  return rect([0, 0, w, h], 'light') + (outside ? wedge(floor, 0.55) : '') + group(leaf, { class: 'door-leaf' })
}

function open([w, h]: DoorSize, outside: boolean): string {
  const leaf = swung([w, h], -Math.round(w * 0.34), outside ? (w < 40 ? 6 : 10) : 3)
  const floor = d`M0 ${h + 4}H${w}L${w + 14} ${h + 24}H-8Z`
  return rect([0, 0, w, h], 'light') + (outside ? wedge(floor, 0.6) : '') + group(leaf, { class: 'door-leaf' })
}

const drawn: Record<DoorState, (size: DoorSize, outside: boolean) => string> = { closed, ajar, open }

/** The leaf and its light alone, without trim and step; `outside` adds the light on the ground. */
const doorway = (size: DoorSize, state: DoorState, outside = true) => drawn[state](size, outside)

/** Every state as a group of its own; the style sheet shows `.door-open` inside `[data-state="open"]` and so on. */
export const doorways = (size: DoorSize, outside = true) =>
  doorStates.map((state) => group(drawn[state](size, outside), { class: `door-${state}` })).join('')

const frame = ([w, h]: DoorSize) => rect([-4, -4, w + 8, h + 4], 'trim') + rect([-8, h, w + 16, 4], 'kerb')

/** A door that never changes. `place` is the upper left corner of the leaf; trim reaches 4 outside it. */
export const door = (place: Point, size: DoorSize, state: DoorState) => at(place, frame(size) + doorway(size, state))

/** A door in all three states; the runtime sets `data-state`, and `data-module` says whose door it is. */
export const switchingDoor = (place: Point, size: DoorSize, { module, state }: { module?: string; state: DoorState }) =>
  at(place, frame(size) + group(doorways(size), { class: 'door', 'data-module': module, 'data-state': state }))

/** A white plate 28 high with a code or a word of 20 units, its upper edge at y, centred on x. */
export function plate([x, y]: Point, label: string): string {
  const width = label.length * 16 + 14
  return rect([x - width / 2, y, width, 28], 'white', { rx: 2 }) + words([x, y + 21], label, { size: 20 })
}

/** A house number, figure 16, its upper edge at y, centred on x. */
export const houseNumber = ([x, y]: Point, number: number) =>
  rect([x - 12, y, 24, 19], 'white', { rx: 2 }) + words([x, y + 15], String(number), { size: 16 })
