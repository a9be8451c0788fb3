import { carpenter, chair, councillor, receptionist } from '../cast.ts'
import { door, plate } from '../door.ts'
import { room } from '../furniture.ts'
import { person } from '../person.ts'
import { drawing, element, rect, shape } from '../svg.ts'

/** A pane in the wall: the committee sits behind it. */
const committee =
  rect([544, 92, 84, 80], 'trim') +
  element(
    'svg',
    { x: 548, y: 96, width: 76, height: 72 },
    rect([0, 0, 76, 72], 'lit-glass') +
      person(councillor, { at: [22, 92], scale: 0.66, mood: 'talking' }) +
      person(chair, { at: [56, 92], scale: 0.66, facing: 'left' }) +
      rect([0, 58, 76, 14], 'ochre'),
  ) +
  rect([541, 172, 90, 6], 'trim')

/** Lotsen följer snickaren fram till nämndens dörr, men beslutet fattas bakom den. */
export const boundary = () =>
  drawing(
    [0, 0, 640, 300],
    room(232, 300) +
      door([54, 84], [68, 144], 'open') +
      plate([88, 40], 'REC') +
      door([448, 84], [68, 144], 'closed') +
      plate([482, 40], 'NÄMND') +
      committee +
      shape('M424 232h10L414 300h-12Z', 'trim') +
      person(carpenter, { at: [238, 280], scale: 1.35 }) +
      person(receptionist, { at: [326, 280], scale: 1.35, pose: 'point', mood: 'talking' }),
  )
