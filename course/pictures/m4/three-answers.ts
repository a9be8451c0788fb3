import { calendar } from '../calendar.ts'
import { card, tableTop } from '../card.ts'
import { door } from '../door.ts'
import { lawBook } from '../papers.ts'
import { drawing, group } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const size = { width: 188, height: 222 }

/** Tre kort svarar på vad som gäller, vad som är nästa steg och när ni hörs. */
export const threeAnswers = () =>
  drawing(
    [0, 0, 640, 276],
    tableTop(640, 276) +
      card(
        [22, 24],
        { ...size, title: 'Vad gäller?' },
        group(lawBook([0, 0]), { transform: 'translate(46 200) scale(2)' }),
      ) +
      card(
        [226, 24],
        { ...size, title: 'Nästa steg?' },
        way('M26 196H82', 'colleagues') + arrowHead([92, 196], 'right') + door([116, 84], [46, 112], 'open'),
      ) +
      card(
        [430, 24],
        { ...size, title: 'När hörs vi?' },
        group(calendar([0, 0], { columns: 5, rows: 4, ringed: 8 }), { transform: 'translate(32 200) scale(1.6)' }),
      ),
  )
