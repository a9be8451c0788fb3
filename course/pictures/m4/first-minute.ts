import { numbered } from '../card.ts'
import { environmentOfficer, haulier } from '../cast.ts'
import { lorry, yard } from '../lorry.ts'
import { person } from '../person.ts'
import { at, drawing, group, rect } from '../svg.ts'

const steps = ['Namn och roll', 'Lyssna klart', 'Sammanfatta']

/** Åkaren ringer från sin lastbil, och du säger namn och roll, lyssnar klart och sammanfattar. */
export const firstMinute = () =>
  drawing(
    [0, 0, 640, 320],
    yard(236, 236, 320) +
      group(lorry([0, 0]), { transform: 'translate(8 250) scale(1.2)' }) +
      person(haulier, { at: [186, 312], scale: 1.6, pose: 'phone', holds: 'phone', mood: 'talking' }) +
      at(
        [244, 0],
        rect([0, 0, 396, 236], 'wall') + rect([0, 230, 396, 6], 'trim') + rect([0, 236, 396, 84], 'ground'),
      ) +
      rect([236, 0, 8, 320], 'paper') +
      steps.map((step, i) => numbered([262, 34 + i * 66], i + 1, step)).join('') +
      person(environmentOfficer, {
        at: [580, 312],
        scale: 1.6,
        facing: 'left',
        pose: 'phone',
        holds: 'phone',
        mood: 'calm',
      }),
  )
