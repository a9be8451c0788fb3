import { truckOwner } from '../cast.ts'
import { card, cup, screen } from '../desk-things.ts'
import { desk, noticeBoard, plant, room } from '../furniture.ts'
import { gasBottle } from '../gas.ts'
import { application, crumpled, decision, orderLetter, request } from '../papers.ts'
import { deskTop, type Scene, thingPlace } from '../staging.ts'

const desktop = desk([-10, 226], 660, 290) + cup([560, deskTop])
const backdrop = room(214, 280) + noticeBoard([84, 52]) + plant([560, 176])
const police = { visitor: truckOwner, room: backdrop, desk: desktop, sign: 'POLISEN' }
const fire = { ...police, sign: 'RTJ' }

/** The owner of the food truck at the street office's desk. */
export const squareScenes: Record<string, Scene> = {
  'S10-1': {
    ...police,
    moments: {
      start: {
        alt: 'Ägaren av matvagnen står vid din disk med en ansökan. Dörren till Polisen är stängd.',
        door: 'closed',
        acts: { pose: 'reach', mood: 'talking' },
        things: application(thingPlace, 'half'),
      },
      open: {
        alt: 'Ägaren har fått en tid för ett möte med alla dörrar. Dörren till Polisen är öppen.',
        door: 'open',
        acts: { pose: 'hand-up', mood: 'glad' },
        things: card(thingPlace) + screen([112, deskTop]),
      },
      ajar: {
        alt: 'Ägaren har en ansökan till Polisen, men gasolen är glömd. Dörren till Polisen står på glänt.',
        door: 'ajar',
        acts: { pose: 'stand', mood: 'calm' },
        things: application(thingPlace, 'whole'),
      },
      closed: {
        alt: 'Ägaren är tillbaka sedan Polisen avvisat vagnen. Dörren till Polisen är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried' },
        things: orderLetter(thingPlace),
      },
    },
  },
  'S10-2': {
    ...police,
    moments: {
      start: {
        alt: 'Ägaren visar sin ansökan till Polisen och vill börja. Dörren till Polisen är stängd.',
        door: 'closed',
        acts: { pose: 'point', mood: 'talking' },
        things: application(thingPlace, 'whole'),
      },
      open: {
        alt: 'Ägaren får stå på privat mark så länge och väntar på beslutet. Dörren till Polisen är öppen.',
        door: 'open',
        acts: { pose: 'stand', mood: 'glad' },
        things: decision(thingPlace),
      },
      closed: {
        alt: 'Ägaren har ställt ut vagnen utan tillstånd och fått ett brev. Dörren till Polisen är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried' },
        things: orderLetter(thingPlace),
      },
    },
  },
  'S10-3': {
    ...fire,
    moments: {
      start: {
        alt: 'Ägaren har ställt sin gasolflaska på disken. Dörren till räddningstjänsten är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried' },
        things: gasBottle(thingPlace),
      },
      open: {
        alt: 'Ni ringer räddningstjänsten tillsammans, och ägaren antecknar. Dörren är öppen.',
        door: 'open',
        acts: { pose: 'stand', mood: 'glad' },
        things: gasBottle(thingPlace) + request([114, deskTop]),
      },
      closed: {
        alt: 'Ägaren knycklar ihop sin ansökan. Dörren till räddningstjänsten är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried' },
        things: crumpled(thingPlace),
      },
    },
  },
}
