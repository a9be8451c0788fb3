import { calendar } from '../calendar.ts'
import { cup } from '../desk-things.ts'
import { notice } from '../notice.ts'
import { at, circle, d, drawing, group, rect, shade, stroke } from '../svg.ts'

const ticked = circle([20, 20], 20, 'leaf') + stroke('M11 20l7 8l12 -15', 'white', { width: 5 })

/** Mottagningsbeviset har tre rader, tidsfrist, följd och väg till domstol. */
export const proofOfReceipt = () => {
  const boards = Array.from({ length: 7 }, (_, i) => d`M0 ${48 * (i + 1)}h640v1h-640z`)
  const rows = ['Tidsfrist', 'Följd', 'Väg till domstol']
  return drawing(
    [0, 0, 640, 348],
    rect([0, 0, 640, 348], 'ochre') +
      shade(boards.join(''), 0.13) +
      at([24, 24], notice({ title: 'Mottagningsbevis', rows, height: 300, mark: ticked })) +
      group(calendar([0, 0], { columns: 5, rows: 4, ringed: 12 }), { transform: 'translate(474 176) scale(1.7)' }) +
      group(cup([0, 0]), { transform: 'translate(500 312) scale(2.4)' }),
  )
}
