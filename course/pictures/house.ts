import { houseNumber } from './door.ts'
import { at, circle, d, rect, shade, shape, type Token } from './svg.ts'

type Roof = 'gable' | 'long' | 'flat' | 'mansard' | 'stepped'

export interface House {
  /** Left wall, width of the walls (88–104) and their height (104–158) over the street's baseline. */
  x: number
  width: number
  height: number
  color: Token
  roof: Roof
  /** Distance from the left wall to the door's leaf. */
  door: number
  /** Windows by their frame's left edge from the left wall; `L` = lit in the evening. */
  upper?: Window[]
  lower?: Window
}

type Window = { x: number; lit?: true; box?: true }

export const baseline = 232
export const streetDoor: readonly [number, number] = [30, 62]

const wood: readonly Token[] = ['falu', 'ochre', 'linden']

/** A house without its door, which changes and is drawn over it. */
export function house({ x, width, height, color, roof, upper = [], lower }: House): string {
  const top = baseline - height
  return (
    at([x, top], roofs[roof](width, color)) +
    at([x, top], wood.includes(color) ? boards(width, height, color) : plaster(width, height, color)) +
    upper.map((window) => at([x + window.x, top + 13], casement([18, 26], window))).join('') +
    (lower ? at([x + lower.x, baseline - 55], casement([26, 30], lower)) : '')
  )
}

/** The upper left corner of a house's leaf. */
export const doorPlace = ({ x, door }: House) => [x + door, baseline - streetDoor[1] - 4] as const

/** The number over a house's door. */
export const numberOf = (plan: House, number: number) =>
  houseNumber([plan.x + plan.door + streetDoor[0] / 2, baseline - 92], number)

const rightSide = (width: number, height: number) => shade(d`M${width - 9} 0H${width}V${height}H${width - 9}Z`, 0.1)

function boards(width: number, height: number, color: Token): string {
  const lines = Array.from({ length: Math.floor((width - 1) / 8) }, (_, i) => d`M${8 * (i + 1)} 0h1v${height}h-1z`)
  return (
    rect([0, 0, width, height], color) +
    shade(lines.join(''), 0.13) +
    rect([0, 0, 5, height], 'trim') +
    rect([width - 5, 0, 5, height], 'trim') +
    rightSide(width, height)
  )
}

const plaster = (width: number, height: number, color: Token) =>
  rect([0, 0, width, height], color) +
  shade(d`M0 ${height - 12}h${width}v12h-${width}z`, 0.16) +
  rightSide(width, height)

/** A window with its frame 3 around the glass; `box` puts green under it. */
function casement([width, height]: readonly [number, number], { lit, box }: Omit<Window, 'x'>): string {
  return (
    rect([0, 0, width + 6, height + 6], 'trim') +
    rect([3, 3, width, height], lit ? 'lit-glass' : 'glass') +
    rect([2 + width / 2, 3, 2, height], 'trim') +
    rect([3, 3 + Math.round(height * 0.36), width, 2], 'trim') +
    (box ? flowers(width + 6, height + 6) : '')
  )
}

const flowers = (width: number, y: number) =>
  [5, width / 2, width - 5].map((x) => circle([x, y - 2], 4, 'linden')).join('') + rect([-1, y, width + 2, 5], 'roof')

const chimney = (x: number, y: number) => rect([x, y, 10, 20], 'falu') + rect([x - 2, y - 2, 14, 4], 'roof')

const porthole = (x: number, y: number) => circle([x, y], 9, 'trim') + circle([x, y], 6, 'lit-glass')

/** Roofs over a wall whose upper left corner is 0, 0. */
const roofs: Record<Roof, (width: number, color: Token) => string> = {
  gable: (w, color) => {
    const rise = Math.round(w * 0.42)
    return (
      shape(d`M-5 0L${w / 2} ${-rise}L${w + 5} 0V5H-5Z`, 'roof') +
      shape(d`M7 1L${w / 2} ${11 - rise}L${w - 7} 1Z`, color)
    )
  },
  long: (w) => chimney(Math.round(w * 0.68), -38) + shape(d`M-5 3L9 -26H${w - 9}L${w + 5} 3Z`, 'roof'),
  flat: (w) => rect([-4, -6, w + 8, 8], 'roof') + rect([-2, 2, w + 4, 3], 'trim'),
  mansard: (w) =>
    shape(d`M-4 3L3 -20L16 -34H${w - 16}L${w - 3} -20L${w + 4} 3Z`, 'roof') +
    at([w / 2 - 12, -24], casement([18, 16], { lit: true })),
  stepped: (w, color) =>
    shape(d`M0 2V-10H12V-22H24V-34H${w - 24}V-22H${w - 12}V-10H${w}V2Z`, color) +
    shade(
      d`M0 -10h12v2h-12zM12 -22h12v2h-12zM24 -34h${w - 48}v2h-${w - 48}zM${w - 24} -22h12v2h-12zM${w - 12} -10h12v2h-12z`,
      0.3,
    ) +
    porthole(w / 2, -12),
}
