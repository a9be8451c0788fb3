import { carpenter, landOfficer, receptionist } from '../cast.ts'
import { cup } from '../desk-things.ts'
import { door, plate } from '../door.ts'
import { desk } from '../furniture.ts'
import { person } from '../person.ts'
import { at, drawing, rect, words } from '../svg.ts'

const floor = 190

/** One of four pictures, 316×216, with its step written over it. */
const panel = (step: string, content: string) =>
  rect([0, 0, 316, floor], 'wall') +
  rect([0, floor - 5, 316, 5], 'trim') +
  rect([0, floor, 316, 26], 'ground') +
  content +
  words([14, 33], step, { size: 24, anchor: 'start', color: 'ink' })

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
    panel('1 Lyssna', listen) +
      at([324, 0], panel('2 Orientera', orient)) +
      at([0, 224], panel('3 Ta stafetten', takeTheBaton)) +
      at([324, 224], panel('4 Stäm av', checkBack)),
  )
