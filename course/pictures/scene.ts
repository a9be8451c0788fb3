import { carpenter } from './cast.ts'
import {
  card,
  cup,
  forgottenSlip,
  liftedTelephone,
  plan,
  ringingTelephone,
  rolls,
  screen,
  telephone,
} from './desk-things.ts'
import { type DoorState, plate, switchingDoor } from './door.ts'
import { chairBack, desk, noticeBoard, plant, room, wideWindow } from './furniture.ts'
import { type Acting, person } from './person.ts'
import { drawing, group, type Point } from './svg.ts'

/** `start` before the answer; then the state of the door. */
export type Outcome = 'start' | DoorState

/** What one outcome looks like: all that changes with it. */
interface Moment {
  alt: string
  door: DoorState
  acts: Omit<Acting, 'scale' | 'at'> & { x?: number; sits?: true }
  /** The one thing on the desk. */
  thing: string
  /** The telephone, where the moment uses it. */
  telephone?: string
}

interface Scene {
  /** The sign over the door in question. */
  sign: string
  moments: Partial<Record<Outcome, Moment>>
}

const telephonePlace: Point = [118, 232]
const thingPlace: Point = [194, 232]
const scale = 2.05

const scenes: Record<string, Scene> = {
  'S1-1': {
    sign: 'BYG',
    moments: {
      start: {
        alt: 'En snickare står vid din disk och frågar. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'hand-up', mood: 'talking', facing: 'left' },
        thing: rolls(thingPlace, 1),
      },
      open: {
        alt: 'Snickaren sitter vid disken och berättar. Ritningen ligger framme, och dörren till bygglov är öppen.',
        door: 'open',
        acts: { pose: 'hand-up', mood: 'glad', facing: 'left', x: 334, sits: true },
        thing: plan(thingPlace),
      },
      ajar: {
        alt: 'Snickaren går mot bygglov. Dörren står på glänt.',
        door: 'ajar',
        acts: { pose: 'walk', mood: 'calm', x: 340 },
        thing: '',
      },
      closed: {
        alt: 'Snickaren ringer växeln, och det är din telefon som ringer. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'phone', mood: 'worried', facing: 'left', holds: 'phone' },
        thing: rolls(thingPlace, 1),
        telephone: ringingTelephone(telephonePlace),
      },
    },
  },
  'S1-2': {
    sign: 'MAR',
    moments: {
      start: {
        alt: 'Snickaren visar ritningen och frågar om marken. Dörren till mark är stängd.',
        door: 'closed',
        acts: { pose: 'reach', mood: 'talking', facing: 'left' },
        thing: plan(thingPlace),
      },
      open: {
        alt: 'Du ringer medan snickaren är kvar. Stafettkortet är ifyllt, och dörren till mark är öppen.',
        door: 'open',
        acts: { pose: 'stand', mood: 'glad', facing: 'left' },
        thing: card(thingPlace),
        telephone: liftedTelephone(telephonePlace),
      },
      ajar: {
        alt: 'Snickaren går. Lappen ligger kvar under en kopp, och dörren till mark står på glänt.',
        door: 'ajar',
        acts: { pose: 'walk', mood: 'calm', facing: 'left', x: 300 },
        thing: forgottenSlip(thingPlace),
      },
      closed: {
        alt: 'Snickaren har beställt många ritningar. Dörren till mark är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried', facing: 'left' },
        thing: rolls(thingPlace, 5),
      },
    },
  },
  'S1-3': {
    sign: 'MAR',
    moments: {
      start: {
        alt: 'Snickaren är tillbaka vid disken utan svar. Dörren till mark är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried', facing: 'left' },
        thing: rolls(thingPlace, 1),
      },
      open: {
        alt: 'Ditt mejl är skickat, och snickaren läser det i telefonen. Dörren till mark är öppen.',
        door: 'open',
        acts: { pose: 'hand-up', mood: 'glad', facing: 'left', x: 338, holds: 'phone' },
        thing: screen([184, 232]),
      },
      closed: {
        alt: 'Snickaren ger upp och går. Dörren till mark är stängd.',
        door: 'closed',
        acts: { pose: 'walk', mood: 'worried', facing: 'left', x: 250 },
        thing: '',
      },
    },
  },
}

/**
 * The picture of a scenario step, 640×280, seen from your side of the desk. The runtime sets `data-outcome` on the svg, the
 * `data-state` of its door to the same (`start` is what the build wrote) and `aria-label` to the matching `data-alt-…`;
 * a group with `data-when` shows in the outcome it names.
 */
export function scene(step: string): string {
  const { sign, moments } = find(step)
  const entries = Object.entries(moments) as [Outcome, Moment][]
  const when = (draw: (moment: Moment) => string) =>
    entries.map(([outcome, moment]) => group(draw(moment), { 'data-when': outcome })).join('')
  const content = [
    room(214, 280),
    wideWindow([60, 44]),
    noticeBoard([202, 36]),
    switchingDoor([424, 66], [74, 148], { state: moments.start?.door ?? 'closed' }),
    plate([461, 26], sign),
    plant([580, 176]),
    when(visitor),
    desk([0, 226], 640, 290),
    cup([536, 232]),
    when(({ thing, telephone: used }) => thing + (used ?? telephone(telephonePlace))),
  ]
  const alts = Object.fromEntries(entries.map(([outcome, { alt }]) => [`data-alt-${outcome}`, alt]))
  return drawing([0, 0, 640, 280], content.join(''), {
    label: moments.start?.alt,
    class: 'scene',
    preserveAspectRatio: 'xMidYMid slice',
    'data-outcome': 'start',
    ...alts,
  })
}

function visitor({ acts: { x = 316, sits, ...acting } }: Moment): string {
  const figure = person(carpenter, { ...acting, at: [x, sits ? 384 : 356], scale })
  return sits ? chairBack([x - 40, 170]) + figure : figure
}

function find(step: string): Scene {
  const found = scenes[step]
  if (!found) throw new Error(`There is no scene for the step ${step}: draw it in course/pictures/scene.ts`)
  return found
}
