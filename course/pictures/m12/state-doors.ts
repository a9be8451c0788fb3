import { door } from '../door.ts'
import { label } from '../label.ts'
import { at, drawing, rect } from '../svg.ts'

const names = ['Bolagsverket', 'Skatteverket', 'Polisen', 'Länsstyrelsen', 'Arbetsmiljö']

/** Fem statliga dörrar i ett eget hus: Bolagsverket, Skatteverket, Polisen, länsstyrelsen och Arbetsmiljöverket. */
export const stateDoors = () =>
  drawing(
    [0, 0, 640, 290],
    rect([0, 0, 640, 232], 'sky') +
      rect([8, 30, 624, 202], 'stone') +
      rect([0, 20, 640, 12], 'roof') +
      rect([0, 232, 640, 58], 'kerb') +
      names
        .map((name, i) =>
          at([16 + i * 122, 0], label([60, i % 2 === 0 ? 72 : 38], name, 148) + door([38, 110], [46, 118], 'ajar')),
        )
        .join(''),
  )
