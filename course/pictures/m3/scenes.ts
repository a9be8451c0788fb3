import { calendar } from '../calendar.ts'
import { karim } from '../cast.ts'
import { absence, cup, liftedTelephone, telephone } from '../desk-things.ts'
import { boxes, desk, noticeBoard, plant, room, workbench } from '../furniture.ts'
import { crumpled, decision, lawBook, newspaper, request } from '../papers.ts'
import type { Mood } from '../person.ts'
import { deskTop, type Moment, type Scene } from '../staging.ts'
import { type Point, rect } from '../svg.ts'

/** Karim stands at his own workbench to the left; your desk and the door are to the right. */
const call = {
  visitor: karim,
  room:
    room(214, 280) +
    noticeBoard([306, 52]) +
    plant([580, 176]) +
    rect([0, 0, 270, 214], 'hill') +
    rect([0, 214, 270, 66], 'kerb') +
    boxes([20, 44]),
  desk:
    desk([282, 226], 400, 290) + cup([536, deskTop]) + workbench([0, 226], 270, 290) + rect([270, 0, 6, 280], 'paper'),
  sign: 'NÄMND',
}
const his: Point = [118, deskTop]
const telephonePlace: Point = [290, deskTop]
const yours: Point = [346, deskTop]
const calling = liftedTelephone(telephonePlace)
const hungUp = telephone(telephonePlace)
const onThePhone = (mood: Mood): Moment['acts'] => ({ pose: 'phone', mood, holds: 'phone', x: 218 })

/** Karim and the pilot who answers the telephone. */
export const telephoneScenes: Record<string, Scene> = {
  'S3-1': {
    ...call,
    moments: {
      start: {
        alt: 'Karim ringer. Sju månader är överkorsade i hans kalender, och dörren till nämnden är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: calendar(his, { columns: 4, rows: 2, crossed: 7 }) + calling,
      },
      open: {
        alt: 'Karim skriver sin begäran medan ni talar. Dörren till nämnden är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: request(his) + calling,
      },
      ajar: {
        alt: 'Handläggaren är ledig, och Karim väntar vidare. Dörren till nämnden står på glänt.',
        door: 'ajar',
        acts: onThePhone('calm'),
        things: calendar(his, { columns: 4, rows: 2, crossed: 7 }) + calling + absence(yours),
      },
      closed: {
        alt: 'Karim ringer lokaltidningen i stället för dig. Dörren till nämnden är stängd.',
        door: 'closed',
        acts: onThePhone('worried'),
        things: newspaper(his) + hungUp,
      },
    },
  },
  'S3-2': {
    ...call,
    moments: {
      start: {
        alt: 'Karim har sin begäran framför sig och undrar. Dörren till nämnden är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: request(his) + calling,
      },
      open: {
        alt: 'Karim vet att beslutet visar hur han överklagar. Dörren till nämnden är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: decision(his) + calling,
      },
      closed: {
        alt: 'Karim har lagt på och skrynklat ihop sin begäran. Dörren till nämnden är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried', x: 206 },
        things: crumpled([120, deskTop]) + hungUp,
      },
    },
  },
  'S3-3': {
    ...call,
    moments: {
      start: {
        alt: 'Karim ringer igen och har slagit upp lagboken. Dörren till nämnden är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: lawBook(his) + calling,
      },
      open: {
        alt: 'Karim har ringat in torsdag i kalendern. Dörren till nämnden är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: calendar(his, { columns: 5, rows: 2, ringed: 8 }) + calling,
      },
      closed: {
        alt: 'Karim har lagt undan lagboken och tror på ditt felaktiga besked. Dörren till nämnden är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried', x: 206 },
        things: hungUp,
      },
    },
  },
}
