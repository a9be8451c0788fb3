import { gymOwner, landlord } from '../cast.ts'
import { door, plate } from '../door.ts'
import { person } from '../person.ts'
import { d, drawing, rect, shade, stroke } from '../svg.ts'

const rungs = Array.from({ length: 9 }, (_, i) => d`M${226 + i * 22} 196V214`).join('')

/** Ägaren av huset och den som hyr butiken bär var sin ände av samma stege. */
export const fireSafety = () =>
  drawing(
    [0, 0, 640, 300],
    rect([0, 0, 640, 236], 'sky') +
      rect([40, 24, 560, 212], 'ochre') +
      shade(Array.from({ length: 34 }, (_, i) => d`M${56 + i * 16} 24h1v212h-1z`).join(''), 0.13) +
      rect([76, 84, 130, 96], 'trim') +
      rect([82, 90, 118, 84], 'lit-glass') +
      rect([434, 84, 130, 96], 'trim') +
      rect([440, 90, 118, 84], 'lit-glass') +
      door([292, 92], [56, 140], 'ajar') +
      plate([320, 50], 'BUTIK') +
      rect([0, 236, 640, 64], 'ground') +
      stroke(`${rungs}M206 196H424M206 214H424`, 'roof', { width: 6 }) +
      person(landlord, { at: [176, 286], scale: 1.3, pose: 'reach' }) +
      person(gymOwner, { at: [454, 286], scale: 1.3, facing: 'left', pose: 'reach', mood: 'glad' }),
  )
