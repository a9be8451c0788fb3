import { calendar } from '../calendar.ts'
import { publican } from '../cast.ts'
import { cup, liftedTelephone, telephone } from '../desk-things.ts'
import { desk, noticeBoard, plant, room, wideWindow } from '../furniture.ts'
import { crumpled, request } from '../papers.ts'
import { deskTop, type Scene, thingPlace } from '../staging.ts'
import type { Point } from '../svg.ts'
import { idea } from './idea.ts'

const telephonePlace: Point = [118, deskTop]
const hungUp = telephone(telephonePlace)
const sketch = idea(thingPlace)

const office = {
  visitor: publican,
  room: room(214, 280) + wideWindow([60, 44]) + noticeBoard([202, 36]) + plant([580, 176]),
  desk: desk([0, 226], 640, 290) + cup([536, deskTop]),
  sign: 'ALK',
}

/** The publican at the business office. */
export const wineBarScenes: Record<string, Scene> = {
  'S9-1': {
    ...office,
    moments: {
      start: {
        alt: 'Krögaren visar en teckning av sin vinbar. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'hand-up', mood: 'talking', facing: 'left' },
        things: sketch + hungUp,
      },
      open: {
        alt: 'Krögaren har ringat in dagen för sitt kunskapsprov. Dörren till alkohol och tobak är öppen.',
        door: 'open',
        acts: { pose: 'point', mood: 'glad', facing: 'left', x: 338, sits: true },
        things: calendar(thingPlace, { columns: 5, rows: 3, ringed: 8 }) + hungUp,
      },
      ajar: {
        alt: 'Krögaren går, och kalendern visar två veckor. Dörren till alkohol och tobak står på glänt.',
        door: 'ajar',
        acts: { pose: 'walk', mood: 'calm', facing: 'left', x: 306 },
        things: calendar([180, deskTop], { columns: 7, rows: 2, crossed: 14 }) + hungUp,
      },
      closed: {
        alt: 'Krögaren har skrynklat ihop sin idé. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried', facing: 'left', x: 330 },
        things: crumpled(thingPlace) + hungUp,
      },
    },
  },
  'S9-2': {
    ...office,
    moments: {
      start: {
        alt: 'Krögaren pekar sex veckor fram i kalendern. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'reach', mood: 'talking', facing: 'left' },
        things: calendar(thingPlace, { columns: 5, rows: 6, ringed: 29 }) + hungUp,
      },
      open: {
        alt: 'Krögaren har en plan för fyra månader. Dörren till alkohol och tobak är öppen.',
        door: 'open',
        acts: { pose: 'point', mood: 'glad', facing: 'left', x: 338, sits: true },
        things: calendar(thingPlace, { columns: 4, rows: 1, ringed: 3 }) + hungUp,
      },
      closed: {
        alt: 'Krögaren skriver på ett avtal om öppningsfest. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'reach', mood: 'glad', facing: 'left' },
        things: request([176, deskTop]) + hungUp,
      },
    },
  },
  'S9-3': {
    ...office,
    moments: {
      start: {
        alt: 'Krögaren har talat i telefon med en kompis. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'hand-up', mood: 'worried', facing: 'left', holds: 'phone' },
        things: hungUp,
      },
      open: {
        alt: 'Du ringer alkoholhandläggaren medan krögaren är kvar. Dörren till alkohol och tobak är öppen.',
        door: 'open',
        acts: { pose: 'stand', mood: 'glad', facing: 'left' },
        things: sketch + liftedTelephone(telephonePlace),
      },
      closed: {
        alt: 'Krögaren går därifrån och litar inte på svaret. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'walk', mood: 'worried', facing: 'left', x: 250 },
        things: hungUp,
      },
    },
  },
}
