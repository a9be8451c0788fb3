import { buildingOfficer, environmentOfficer, receptionist, workshopOwner } from '../cast.ts'
import { door, plate } from '../door.ts'
import { desk, room } from '../furniture.ts'
import { checklist } from '../papers.ts'
import { person } from '../person.ts'
import { drawing, group } from '../svg.ts'

const codes = ['BYG', 'RTJ', 'MIL']

/** Företaget och tre kollegor sitter vid samma bord, dörrarna bakom dem är öppna och en anteckning ligger på bordet. */
export const pilotMeeting = () =>
  drawing(
    [0, 0, 640, 310],
    room(226, 310) +
      codes.map((code, i) => door([110 + i * 190, 74], [44, 148], 'open') + plate([132 + i * 190, 30], code)).join('') +
      person(workshopOwner, { at: [70, 330], scale: 1.6, pose: 'reach', mood: 'talking' }) +
      person(receptionist, { at: [226, 330], scale: 1.6, pose: 'stand', mood: 'glad' }) +
      person(buildingOfficer, { at: [410, 330], scale: 1.6, facing: 'left', pose: 'stand' }) +
      person(environmentOfficer, { at: [572, 330], scale: 1.6, facing: 'left', pose: 'reach' }) +
      desk([6, 262], 628, 310) +
      group(checklist([0, 0]), { transform: 'translate(290 270) scale(1.1)' }),
  )
