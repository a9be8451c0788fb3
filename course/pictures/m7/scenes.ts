import { calendar } from '../calendar.ts'
import { calling, callStage, hungUp, leftAlone, onThePhone, theirs, yours } from '../call.ts'
import { painter } from '../cast.ts'
import { card } from '../desk-things.ts'
import { application, orderLetter, proof } from '../papers.ts'
import { deskTop, type Scene } from '../staging.ts'
import { carInPrimer, sprayGun } from '../trade-things.ts'

const call = { visitor: painter, ...callStage(carInPrimer([10, 214])), sign: 'MIL' }
const spraying = sprayGun([146, deskTop], true) + hungUp
const sixWeeks = { columns: 3, rows: 2 }

/** The painter in his workshop, and you at building permits. */
export const painterScenes: Record<string, Scene> = {
  'S7-1': {
    ...call,
    moments: {
      start: {
        alt: 'Lackeraren ringer med bygglovet framför sig. Dörren till miljö är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: proof(theirs) + calling,
      },
      open: {
        alt: 'Du kopplar lackeraren till miljö, och kortet är ifyllt. Dörren till miljö är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: proof(theirs) + calling + card(yours),
      },
      ajar: {
        alt: 'Lackeraren har ringat in fredag i kalendern. Dörren till miljö står på glänt.',
        door: 'ajar',
        acts: { pose: 'stand', mood: 'calm', x: 206 },
        things: calendar(theirs, { columns: 5, rows: 2, ringed: 4 }) + hungUp,
      },
      closed: {
        alt: 'Lackeraren har lagt på och börjat lackera. Dörren till miljö är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'glad', x: 206 },
        things: spraying,
      },
    },
  },
  'S7-2': {
    ...call,
    moments: {
      start: {
        alt: 'Lackeraren ser på sex veckor i kalendern och undrar. Dörren till miljö är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: calendar(theirs, sixWeeks) + calling,
      },
      open: {
        alt: 'Lackeraren har ringat in en ny dag efter sex veckor. Dörren till miljö är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: calendar(theirs, { ...sixWeeks, ringed: 5 }) + calling,
      },
      closed: {
        alt: 'Lackeraren testkör sprutan för tidigt. Dörren till miljö är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'calm', x: 206 },
        things: spraying,
      },
    },
  },
  'S7-3': {
    ...call,
    moments: {
      start: {
        alt: 'Lackeraren har fått ett brev efter inspektionen och ringer dig. Dörren till miljö är stängd.',
        door: 'closed',
        acts: onThePhone('worried'),
        things: orderLetter(theirs) + calling,
      },
      open: {
        alt: 'Lackeraren fyller i sin anmälan medan ni bokar ett möte. Dörren till miljö är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: application(theirs, 'whole') + calling,
      },
      closed: {
        alt: 'Lackeraren fortsätter att spruta bredvid brevet. Dörren till miljö är stängd.',
        door: 'closed',
        acts: leftAlone,
        things: spraying + orderLetter([200, deskTop]),
      },
    },
  },
}
