import { chair, councillor, receptionist } from '../cast.ts'
import { desk, room } from '../furniture.ts'
import { person } from '../person.ts'
import { drawing } from '../svg.ts'

/** En medarbetare lämnar en lapp med ett förslag till rådet vid bordet. */
export const proposal = () =>
  drawing(
    [0, 0, 640, 300],
    room(226, 300) +
      person(councillor, { at: [430, 322], scale: 1.5, facing: 'left', pose: 'reach', mood: 'glad' }) +
      person(chair, { at: [548, 322], scale: 1.5, facing: 'left', mood: 'calm' }) +
      desk([350, 250], 280, 300) +
      person(receptionist, { at: [232, 290], scale: 1.45, pose: 'reach', mood: 'talking', holds: 'card' }),
  )
