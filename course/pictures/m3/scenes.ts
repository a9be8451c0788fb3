import { calendar } from '../calendar.ts'
import { calling, callStage, hungUp, leftAlone, onThePhone, theirs, yours } from '../call.ts'
import { karim } from '../cast.ts'
import { absence } from '../desk-things.ts'
import { boxes } from '../furniture.ts'
import { crumpled, decision, lawBook, newspaper, request } from '../papers.ts'
import { deskTop, type Scene } from '../staging.ts'

const call = { visitor: karim, ...callStage(boxes([20, 44])), sign: 'NÄMND' }

/** Karim and the pilot who answers the telephone. */
export const telephoneScenes: Record<string, Scene> = {
  'S3-1': {
    ...call,
    moments: {
      start: {
        alt: 'Karim ringer. Sju månader är överkorsade i hans kalender, och dörren till nämnden är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: calendar(theirs, { columns: 4, rows: 2, crossed: 7 }) + calling,
      },
      open: {
        alt: 'Karim skriver sin begäran medan ni talar. Dörren till nämnden är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: request(theirs) + calling,
      },
      ajar: {
        alt: 'Handläggaren är ledig, och Karim väntar vidare. Dörren till nämnden står på glänt.',
        door: 'ajar',
        acts: onThePhone('calm'),
        things: calendar(theirs, { columns: 4, rows: 2, crossed: 7 }) + calling + absence(yours),
      },
      closed: {
        alt: 'Karim ringer lokaltidningen i stället för dig. Dörren till nämnden är stängd.',
        door: 'closed',
        acts: onThePhone('worried'),
        things: newspaper(theirs) + hungUp,
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
        things: request(theirs) + calling,
      },
      open: {
        alt: 'Karim vet att beslutet visar hur han överklagar. Dörren till nämnden är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: decision(theirs) + calling,
      },
      closed: {
        alt: 'Karim har lagt på och skrynklat ihop sin begäran. Dörren till nämnden är stängd.',
        door: 'closed',
        acts: leftAlone,
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
        things: lawBook(theirs) + calling,
      },
      open: {
        alt: 'Karim har ringat in torsdag i kalendern. Dörren till nämnden är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: calendar(theirs, { columns: 5, rows: 2, ringed: 8 }) + calling,
      },
      closed: {
        alt: 'Karim har lagt undan lagboken och tror på ditt felaktiga besked. Dörren till nämnden är stängd.',
        door: 'closed',
        acts: leftAlone,
        things: hungUp,
      },
    },
  },
}
