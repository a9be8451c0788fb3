import { carpenter, landOfficer, receptionist } from '../cast.ts'
import { cup } from '../desk-things.ts'
import { door, plate } from '../door.ts'
import { desk } from '../furniture.ts'
import { panel } from '../panel.ts'
import { person } from '../person.ts'
import { at, drawing, rect } from '../svg.ts'

const step = (title: string, content: string) => panel({ title, width: 316, height: 216, floor: 190 }, content)

const listen =
  person(receptionist, { at: [86, 204], scale: 1.15, mood: 'glad' }) +
  person(carpenter, { at: [236, 204], scale: 1.25, facing: 'left', pose: 'hand-up', mood: 'talking' }) +
  desk([22, 138], 136, 206) +
  cup([120, 140])

const orient =
  door([190, 86], [40, 100], 'ajar') +
  door([260, 86], [40, 100], 'ajar') +
  plate([210, 46], 'BYG') +
  plate([280, 46], 'MAR') +
  person(carpenter, { at: [42, 204], scale: 1.1 }) +
  person(receptionist, { at: [106, 204], scale: 1.1, pose: 'point', mood: 'talking' })

const takeTheBaton =
  door([262, 82], [40, 104], 'open') +
  plate([282, 42], 'MAR') +
  person(receptionist, { at: [72, 204], scale: 1.15, pose: 'reach', mood: 'glad', holds: 'card' }) +
  person(landOfficer, { at: [178, 204], scale: 1.15, facing: 'left', pose: 'reach', mood: 'glad' })

const checkBack =
  person(receptionist, { at: [80, 204], scale: 1.15, pose: 'phone', mood: 'talking', holds: 'phone' }) +
  desk([22, 138], 116, 206) +
  rect([166, 0, 4, 216], 'paper') +
  person(carpenter, { at: [244, 204], scale: 1.15, facing: 'left', pose: 'phone', mood: 'glad', holds: 'phone' })

/** Lotsen lyssnar, visar dörrarna, lämnar över kortet och ringer för att stämma av. */
export const fourSteps = () =>
  drawing(
    [0, 0, 640, 440],
    step('1 Lyssna', listen) +
      at([324, 0], step('2 Orientera', orient)) +
      at([0, 224], step('3 Ta stafetten', takeTheBaton)) +
      at([324, 224], step('4 Stäm av', checkBack)),
  )
