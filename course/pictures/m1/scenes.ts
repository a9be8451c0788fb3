import { carpenter } from '../cast.ts'
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
} from '../desk-things.ts'
import { desk, noticeBoard, plant, room, wideWindow } from '../furniture.ts'
import { type Scene, thingPlace } from '../staging.ts'
import type { Point } from '../svg.ts'

const reception = {
  visitor: carpenter,
  room: room(214, 280) + wideWindow([60, 44]) + noticeBoard([202, 36]) + plant([580, 176]),
  desk: desk([0, 226], 640, 290) + cup([536, 232]),
}
const telephonePlace: Point = [118, 232]
const hungUp = telephone(telephonePlace)

/** The carpenter at the wrong reception. */
export const carpenterScenes: Record<string, Scene> = {
  'S1-1': {
    ...reception,
    sign: 'BYG',
    moments: {
      start: {
        alt: 'En snickare står vid din disk och frågar. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'hand-up', mood: 'talking', facing: 'left' },
        things: rolls(thingPlace, 1) + hungUp,
      },
      open: {
        alt: 'Snickaren sitter vid disken och berättar. Ritningen ligger framme, och dörren till bygglov är öppen.',
        door: 'open',
        acts: { pose: 'hand-up', mood: 'glad', facing: 'left', x: 334, sits: true },
        things: plan(thingPlace) + hungUp,
      },
      ajar: {
        alt: 'Snickaren går mot bygglov. Dörren står på glänt.',
        door: 'ajar',
        acts: { pose: 'walk', mood: 'calm', x: 340 },
        things: hungUp,
      },
      closed: {
        alt: 'Snickaren ringer växeln, och det är din telefon som ringer. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'phone', mood: 'worried', facing: 'left', holds: 'phone' },
        things: rolls(thingPlace, 1) + ringingTelephone(telephonePlace),
      },
    },
  },
  'S1-2': {
    ...reception,
    sign: 'MAR',
    moments: {
      start: {
        alt: 'Snickaren visar ritningen och frågar om marken. Dörren till mark är stängd.',
        door: 'closed',
        acts: { pose: 'reach', mood: 'talking', facing: 'left' },
        things: plan(thingPlace) + hungUp,
      },
      open: {
        alt: 'Du ringer medan snickaren är kvar. Stafettkortet är ifyllt, och dörren till mark är öppen.',
        door: 'open',
        acts: { pose: 'stand', mood: 'glad', facing: 'left' },
        things: card(thingPlace) + liftedTelephone(telephonePlace),
      },
      ajar: {
        alt: 'Snickaren går. Lappen ligger kvar under en kopp, och dörren till mark står på glänt.',
        door: 'ajar',
        acts: { pose: 'walk', mood: 'calm', facing: 'left', x: 300 },
        things: forgottenSlip(thingPlace) + hungUp,
      },
      closed: {
        alt: 'Snickaren har beställt många ritningar. Dörren till mark är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried', facing: 'left' },
        things: rolls(thingPlace, 5) + hungUp,
      },
    },
  },
  'S1-3': {
    ...reception,
    sign: 'MAR',
    moments: {
      start: {
        alt: 'Snickaren är tillbaka vid disken utan svar. Dörren till mark är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried', facing: 'left' },
        things: rolls(thingPlace, 1) + hungUp,
      },
      open: {
        alt: 'Ditt mejl är skickat, och snickaren läser det i telefonen. Dörren till mark är öppen.',
        door: 'open',
        acts: { pose: 'hand-up', mood: 'glad', facing: 'left', x: 338, holds: 'phone' },
        things: screen([184, 232]) + hungUp,
      },
      closed: {
        alt: 'Snickaren ger upp och går. Dörren till mark är stängd.',
        door: 'closed',
        acts: { pose: 'walk', mood: 'worried', facing: 'left', x: 250 },
        things: hungUp,
      },
    },
  },
}
