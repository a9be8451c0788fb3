import { telephone } from '../desk-things.ts'
import { at, d, drawing, group, type Lettering, rect, shade, stroke, words } from '../svg.ts'

const fields = ['Fråga', 'Dörr', 'Vem tar över', 'När hörs vi']
const left: Lettering = { size: 24, anchor: 'start', color: 'ink' }

const line = (field: string, i: number) =>
  at([22, 66 + i * 54], words([0, 28], field, left) + rect([198, 34, 184, 2], 'edge'))

const card =
  shade('M7 7H427V347H7Z', 0.15) +
  rect([0, 0, 420, 340], 'raised') +
  rect([0, 0, 420, 52], 'leaf') +
  words([22, 36], 'Stafettkort', { ...left, size: 28, color: 'white' }) +
  fields.map(line).join('') +
  at([22, 284], rect([0, 4, 32, 32], 'edge') + rect([3, 7, 26, 26], 'raised') + words([46, 29], 'Får vi dela?', left))

const pen = stroke('M0 0L10 112', 'leaf', { width: 12 }) + stroke('M10 116L11 126', 'roof', { width: 5 })

/** Stafettkortet har fyra fält, Fråga, Dörr, Vem tar över och När hörs vi, och en ruta för Får vi dela. */
export const handoverCard = () => {
  const boards = Array.from({ length: 7 }, (_, i) => d`M0 ${48 * (i + 1)}h640v1h-640z`)
  return drawing(
    [0, 0, 640, 388],
    rect([0, 0, 640, 388], 'ochre') +
      shade(boards.join(''), 0.13) +
      at([24, 24], card) +
      at([530, 66], pen) +
      group(telephone([0, 0]), { transform: 'translate(472 340) scale(2.4)' }),
  )
}
