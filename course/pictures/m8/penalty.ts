import { at, drawing, rect, words } from '../svg.ts'

interface Row {
  name: string
  share: string
  least: number
  most: number
}

const rows: Row[] = [
  { name: 'Start utan anmälan', share: 'en procent', least: 5000, most: 75000 },
  { name: 'Ägarbyte utan anmälan', share: 'en halv procent', least: 2500, most: 40000 },
]
const unitsAThousand = 6.2
const barHeight = 34
const pitch = 116
const kronor = (amount: number) => `${Math.floor(amount / 1000)} ${String(amount % 1000).padStart(3, '0')}`

function row({ name, share, least, most }: Row): string {
  const from = (least / 1000) * unitsAThousand
  const to = (most / 1000) * unitsAThousand
  return (
    words([0, 24], `${name}: ${share}`, { size: 24, anchor: 'start', color: 'ink', weight: 400 }) +
    rect([0, 36, to, barHeight], 'accent-tint') +
    rect([from, 36, to - from, barHeight], 'accent') +
    words([0, 94], `${kronor(least)}–${kronor(most)} kronor`, { size: 24, anchor: 'start', color: 'ink' })
  )
}

/** Start utan anmälan kostar 5 000–75 000 kronor, ägarbyte utan anmälan 2 500–40 000, i samma skala. */
export const penalty = () => {
  const height = 56 + rows.length * pitch
  return drawing(
    [0, 0, 640, height],
    rect([0, 0, 640, height], 'paper') +
      rect([0, 0, 640, 3], 'ink') +
      words([0, 36], 'Sanktionsavgift, del av årsomsättningen', { size: 26, anchor: 'start', color: 'ink' }) +
      rows.map((each, i) => at([0, 56 + i * pitch], row(each))).join(''),
  )
}
