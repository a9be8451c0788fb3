import { calendar } from '../calendar.ts'
import { calling, callStage, hungUp, leftAlone, onThePhone, theirs, yours } from '../call.ts'
import { pizzaBaker } from '../cast.ts'
import { card, screen } from '../desk-things.ts'
import { orderLetter } from '../papers.ts'
import { deskTop, type Scene } from '../staging.ts'
import { bottle, jug, keys, pizzaOven, wineGlass } from '../trade-things.ts'

const call = { visitor: pizzaBaker, ...callStage(pizzaOven([8, 214])) }
const food = { ...call, sign: 'LIV' }
const licences = { ...call, sign: 'ALK' }
const wine = (full: boolean) => bottle(theirs, 'linden') + wineGlass([142, deskTop], full)

/** The buyer at his new oven, and you at the contact centre. */
export const takeoverScenes: Record<string, Scene> = {
  'S8-1': {
    ...food,
    moments: {
      start: {
        alt: 'Köparen ringer från pizzerian med nycklarna på bänken. Dörren till livsmedel är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: keys([140, deskTop]) + calling,
      },
      open: {
        alt: 'Köparen skickar sin anmälan medan ni talar. Dörren till livsmedel är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: screen([112, deskTop]) + calling + card(yours),
      },
      ajar: {
        alt: 'Köparen har strukit två veckor i kalendern. Dörren till livsmedel står på glänt.',
        door: 'ajar',
        acts: { pose: 'stand', mood: 'calm', x: 206 },
        things: calendar([112, deskTop], { columns: 7, rows: 2, crossed: 14 }) + hungUp,
      },
      closed: {
        alt: 'Köparen har fått ett brev om avgift. Dörren till livsmedel är stängd.',
        door: 'closed',
        acts: leftAlone,
        things: orderLetter(theirs) + hungUp,
      },
    },
  },
  'S8-2': {
    ...licences,
    moments: {
      start: {
        alt: 'Köparen har en flaska vin och ett tomt glas på bänken. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: wine(false) + calling,
      },
      open: {
        alt: 'Köparen ställer fram vatten med citron i stället. Dörren till alkohol och tobak är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: jug([112, deskTop]) + calling + card(yours),
      },
      closed: {
        alt: 'Köparen har hällt upp vin utan tillstånd. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'calm', x: 206 },
        things: wine(true) + hungUp,
      },
    },
  },
  'S8-3': {
    ...food,
    moments: {
      start: {
        alt: 'Köparen läser brevet om sanktionsavgift för dig. Dörren till livsmedel är stängd.',
        door: 'closed',
        acts: onThePhone('worried'),
        things: orderLetter(theirs) + calling,
      },
      open: {
        alt: 'Köparen gör sin anmälan i dag. Dörren till livsmedel är öppen.',
        door: 'open',
        acts: onThePhone('glad'),
        things: screen([112, deskTop]) + calling,
      },
      closed: {
        alt: 'Köparen har fått ett brev till om avgift. Dörren till livsmedel är stängd.',
        door: 'closed',
        acts: leftAlone,
        things: orderLetter([112, deskTop]) + orderLetter([140, deskTop]) + hungUp,
      },
    },
  },
}
