import { caseOfficer } from '../cast.ts'
import { door, plate } from '../door.ts'
import { person } from '../person.ts'
import { d, drawing, rect, words } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const floor = 184
const leaf = [52, 100] as const
const middles = [196, 368, 540]
const questions = ['Berörd?', 'Ombud?', 'Undrar?']

const ask = (question: string, i: number) => {
  const x = middles[i] ?? 0
  return (
    door([x - leaf[0] / 2, floor - leaf[1] - 4], leaf, 'closed') +
    plate([x, 34], question) +
    way(d`M${x} 206V270`, 'colleagues') +
    arrowHead([x, 282], 'down') +
    words([x + 14, 258], 'Ja', { size: 22, anchor: 'start', color: 'ink' })
  )
}

const no = (x: number) => words([x, 204], 'Nej', { size: 22, color: 'ink' })

/** Tre dörrar med en fråga på var; nej leder vidare, och varje ja leder till anmäl och avstå. */
export const impartialityTest = () =>
  drawing(
    [0, 0, 640, 350],
    rect([0, 0, 640, floor], 'wall') +
      rect([0, floor - 5, 640, 5], 'trim') +
      rect([0, floor, 640, 106], 'ground') +
      rect([0, 290, 640, 60], 'light') +
      words([320, 329], 'Anmäl och avstå', { size: 28 }) +
      way('M110 220H606', 'business') +
      arrowHead([616, 220], 'right') +
      questions.map(ask).join('') +
      middles
        .slice(1)
        .map((x) => no(x - 86))
        .join('') +
      person(caseOfficer, { at: [66, 232], scale: 1.35, pose: 'walk', mood: 'calm' }),
  )
