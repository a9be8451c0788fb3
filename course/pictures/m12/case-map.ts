import { card, tableTop } from '../card.ts'
import { door } from '../door.ts'
import { d, drawing, words } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const rows: [question: string, code: string][] = [
  ['Bygga om', 'BYG'],
  ['Nödutgång', 'RTJ'],
  ['Servera mat', 'LIV'],
  ['Skylt', 'BYG'],
]
const y = (i: number) => 74 + i * 62

/** Fyra frågor till vänster leder till var sin dörr till höger, och en pil visar att räddningstjänsten väntar på bygglov. */
export const caseMap = () =>
  drawing(
    [0, 0, 640, 350],
    tableTop(640, 350) +
      card(
        [20, 14],
        { title: 'Ärendekarta', width: 600, height: 316 },
        rows
          .map(
            ([question, code], i) =>
              words([28, y(i) + 34], question, { size: 24, anchor: 'start', color: 'ink' }) +
              way(d`M220 ${y(i) + 26}H356`, 'business') +
              arrowHead([368, y(i) + 26], 'right') +
              door([384, y(i) + 6], [24, 44], i === 0 ? 'open' : 'closed') +
              words([428, y(i) + 34], code, { size: 24, anchor: 'start', color: 'ink' }),
          )
          .join('') +
          way(d`M492 ${y(0) + 26}H548V${y(1) + 26}H506`, 'colleagues') +
          arrowHead([494, y(1) + 26], 'left'),
      ),
  )
