import { at, d, drawing, rect, type Token, words } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const unitsAnHour = 600 / 72
const days: { name: string; hours: number; fill: Token }[] = [
  { name: 'fre', hours: 8, fill: 'accent' },
  { name: 'lör', hours: 24, fill: 'edge' },
  { name: 'sön', hours: 24, fill: 'edge' },
  { name: 'mån', hours: 16, fill: 'accent' },
]

const bars = days.map(({ name, hours, fill }, i) => {
  const before = days.slice(0, i).reduce((sum, day) => sum + day.hours, 0)
  const width = hours * unitsAnHour
  return at(
    [before * unitsAnHour, 0],
    rect([1, 0, width - 2, 60], fill) + words([width / 2, 88], name, { size: 24, color: 'ink', weight: 400 }),
  )
})

/** Från fredag klockan 16 till måndag klockan 16 går 72 timmar, och helgen räknas. */
export const seventyTwoHours = () =>
  drawing(
    [0, 0, 640, 216],
    rect([0, 0, 640, 216], 'paper') +
      words([20, 30], 'fredag 16', { size: 24, anchor: 'start', color: 'ink' }) +
      words([474, 30], 'måndag 16', { size: 24, anchor: 'start', color: 'ink' }) +
      at([20, 48], bars.join('')) +
      way(d`M36 166H604`, 'colleagues') +
      arrowHead([24, 166], 'left') +
      arrowHead([616, 166], 'right') +
      words([320, 204], '72 timmar', { size: 28, color: 'ink' }),
  )
