import { calendar } from '../calendar.ts'
import { hairdresser } from '../cast.ts'
import { cup, liftedTelephone, plan, telephone } from '../desk-things.ts'
import { desk, noticeBoard, plant, room, wideWindow } from '../furniture.ts'
import { application, orderLetter } from '../papers.ts'
import { deskTop, type Scene, thingPlace } from '../staging.ts'
import type { Point } from '../svg.ts'
import { rubble } from './rubble.ts'

const office = {
  visitor: hairdresser,
  room: room(214, 280) + wideWindow([120, 40]) + noticeBoard([322, 30]) + plant([580, 176]),
  desk: desk([0, 226], 640, 290) + cup([536, deskTop]),
  sign: 'BYG',
}
const telephonePlace: Point = [118, deskTop]
const hungUp = telephone(telephonePlace)
const calling = liftedTelephone(telephonePlace)

/** The hairdresser and her garage. */
export const hairdresserScenes: Record<string, Scene> = {
  'S6-1': {
    ...office,
    moments: {
      start: {
        alt: 'Frisören visar en ritning av sitt garage. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'point', mood: 'talking', facing: 'left' },
        things: plan(thingPlace) + hungUp,
      },
      open: {
        alt: 'Ni ringer bygglov tillsammans, med ritningen framför er. Dörren till bygglov är öppen.',
        door: 'open',
        acts: { pose: 'hand-up', mood: 'glad', facing: 'left', x: 334, sits: true },
        things: plan(thingPlace) + calling,
      },
      ajar: {
        alt: 'Frisören fyller i en ansökan som kanske inte behövs. Dörren till bygglov står på glänt.',
        door: 'ajar',
        acts: { pose: 'reach', mood: 'calm', facing: 'left', x: 330 },
        things: application(thingPlace, 'half') + hungUp,
      },
      closed: {
        alt: 'Frisören går för att börja bygga, och slägga och tegel ligger framme. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'walk', mood: 'glad', facing: 'left', x: 326 },
        things: rubble(thingPlace) + hungUp,
      },
    },
  },
  'S6-2': {
    ...office,
    moments: {
      start: {
        alt: 'Frisören har lämnat in sin ansökan och frågar när svaret kommer. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'hand-up', mood: 'talking', facing: 'left', x: 330, sits: true },
        things: application(thingPlace, 'whole') + hungUp,
      },
      open: {
        alt: 'Frisören har ringat in dagen i kalendern. Dörren till bygglov är öppen.',
        door: 'open',
        acts: { pose: 'point', mood: 'glad', facing: 'left', x: 338, sits: true },
        things: calendar(thingPlace, { columns: 5, rows: 3, ringed: 9 }) + hungUp,
      },
      closed: {
        alt: 'Frisören stryker vecka efter vecka i kalendern. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried', facing: 'left', x: 340 },
        things: calendar(thingPlace, { columns: 5, rows: 3, crossed: 15 }) + hungUp,
      },
    },
  },
  'S6-3': {
    ...office,
    moments: {
      start: {
        alt: 'Frisören berättar om väggen som hon har rivit. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'hand-up', mood: 'worried', facing: 'left', x: 334 },
        things: rubble(thingPlace) + hungUp,
      },
      open: {
        alt: 'Arbetet står stilla, och du ringer bygglov. Dörren till bygglov är öppen.',
        door: 'open',
        acts: { pose: 'stand', mood: 'calm', facing: 'left', x: 334, sits: true },
        things: plan(thingPlace) + calling,
      },
      closed: {
        alt: 'Frisören har fått ett brev om en byggsanktionsavgift. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried', facing: 'left', x: 334 },
        things: orderLetter([176, deskTop]) + hungUp,
      },
    },
  },
}
