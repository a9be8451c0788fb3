import { truckOwner } from '../cast.ts'
import { door, plate } from '../door.ts'
import { room } from '../furniture.ts'
import { person } from '../person.ts'
import { d, drawing } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const codes = ['POLIS', 'ALK', 'LIV', 'RTJ']
const middle = (i: number) => 206 + i * 126

/** Fyra dörrar på rad, Polisen, alkohol, livsmedel och räddningstjänsten, och en väg till alla på samma gång. */
export const festival = () =>
  drawing(
    [0, 0, 640, 300],
    room(214, 300) +
      codes
        .map(
          (code, i) =>
            door([middle(i) - 27, 88], [54, 122], 'open') +
            plate([middle(i), 44], code) +
            way(d`M${middle(i)} 272V242`, 'business') +
            arrowHead([middle(i), 232]),
        )
        .join('') +
      way(d`M112 272H${middle(3)}`, 'business') +
      person(truckOwner, { at: [74, 282], scale: 1.35, pose: 'hand-up', mood: 'glad' }),
  )
