import { baker, carpenter, chair, councillor, farmer, programmer } from '../cast.ts'
import { cup, sheet } from '../desk-things.ts'
import { desk, room, wideWindow } from '../furniture.ts'
import { person } from '../person.ts'
import { drawing, rect, shade, words } from '../svg.ts'

const board =
  rect([248, 30, 152, 88], 'trim') +
  rect([252, 34, 144, 80], 'white') +
  words([324, 68], 'Program', { size: 24 }) +
  shade('M276 82h96v4h-96zM276 91h96v4h-96zM276 100h56v4h-56z', 0.3)

const feet = 300
const scale = 1.3

/** Företag och politiker sitter vid samma bord och talar om samma program. */
export const mandate = () =>
  drawing(
    [0, 0, 640, 300],
    room(232, 300) +
      wideWindow([72, 30]) +
      board +
      person(carpenter, { at: [76, feet], scale, mood: 'calm' }) +
      person(baker, { at: [146, feet], scale, mood: 'glad' }) +
      person(farmer, { at: [216, feet], scale, mood: 'talking', pose: 'hand-up' }) +
      person(programmer, { at: [298, feet], scale, mood: 'calm' }) +
      person(councillor, { at: [478, feet], scale, facing: 'left', mood: 'glad' }) +
      person(chair, { at: [558, feet], scale, facing: 'left', mood: 'calm' }) +
      desk([36, 222], 568, 310) +
      cup([246, 226]) +
      sheet([366, 226]) +
      cup([508, 226]),
  )
