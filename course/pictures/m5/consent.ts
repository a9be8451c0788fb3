import { brotherInLaw, buildingOfficer, environmentOfficer } from '../cast.ts'
import { sheet } from '../desk-things.ts'
import { plate } from '../door.ts'
import { chairBack, desk } from '../furniture.ts'
import { panel } from '../panel.ts'
import { person } from '../person.ts'
import { at, drawing, group, rect, shade } from '../svg.ts'

const band = (title: string, content: string) => panel({ title, width: 640, height: 226, floor: 180 }, content)

const large = (x: number, y: number) => group(sheet([0, 0]), { transform: `translate(${x} ${y}) scale(1.2)` })

const apart =
  rect([398, 0, 24, 226], 'stone') +
  shade(
    'M398 28h24v2h-24zM398 58h24v2h-24zM398 88h24v2h-24zM398 118h24v2h-24zM398 148h24v2h-24zM398 178h24v2h-24z',
    0.3,
  ) +
  plate([300, 18], 'BYG') +
  plate([520, 18], 'MIL') +
  person(buildingOfficer, { at: [300, 218], scale: 1.2, mood: 'calm' }) +
  person(environmentOfficer, { at: [520, 218], scale: 1.2, facing: 'left', pose: 'shrug', mood: 'worried' }) +
  desk([180, 190], 180, 226) +
  large(204, 196)

const together =
  plate([290, 24], 'BYG') +
  plate([570, 24], 'MIL') +
  [250, 396, 530].map((x) => chairBack([x, 128])).join('') +
  person(buildingOfficer, { at: [290, 246], scale: 1.3, mood: 'glad' }) +
  person(brotherInLaw, { at: [436, 246], scale: 1.3, pose: 'point', mood: 'glad' }) +
  person(environmentOfficer, { at: [570, 246], scale: 1.3, facing: 'left', mood: 'glad' }) +
  desk([210, 190], 424, 226) +
  large(346, 196)

/** Utan samtycke står en vägg mellan nämnderna, med företagets samtycke sitter alla vid samma bord. */
export const consent = () =>
  drawing([0, 0, 640, 460], band('Utan samtycke', apart) + at([0, 234], band('Med samtycke', together)))
