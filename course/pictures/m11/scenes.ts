import { auditor, palletMaker } from '../cast.ts'
import { card, cup, screen } from '../desk-things.ts'
import { binders, desk, plant, room } from '../furniture.ts'
import { checklist, crumpled, invoice, lawBook, newspaper, orderLetter, request } from '../papers.ts'
import { deskTop, type Scene, thingPlace } from '../staging.ts'

const desktop = desk([-10, 226], 660, 290) + cup([560, deskTop])
const backdrop = room(214, 280) + binders([60, 44]) + plant([560, 176])
const land = { visitor: palletMaker, room: backdrop, desk: desktop, sign: 'MAR' }
const purchasing = { ...land, sign: 'UPP' }
const lawyer = { ...land, visitor: auditor, sign: 'KAN' }

/** The company that wants half the rent, and the auditor who asks about it. */
export const rentScenes: Record<string, Scene> = {
  'S11-1': {
    ...land,
    moments: {
      start: {
        alt: 'Företagaren har lagt hyresavtalet på ditt bord. Dörren till mark och lokal är stängd.',
        door: 'closed',
        acts: { pose: 'point', mood: 'talking' },
        things: request(thingPlace),
      },
      open: {
        alt: 'Ni går igenom vad lokalen behövs till. Dörren till mark och lokal är öppen.',
        door: 'open',
        acts: { pose: 'reach', mood: 'glad' },
        things: checklist(thingPlace),
      },
      ajar: {
        alt: 'Företagaren har hört ett nej och är på väg ut. Dörren till mark och lokal står på glänt.',
        door: 'ajar',
        acts: { pose: 'stand', mood: 'worried' },
        things: lawBook(thingPlace),
      },
      closed: {
        alt: 'Beslutet om hyran är upphävt, och brevet ligger på bordet. Dörren till mark och lokal är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried' },
        things: orderLetter(thingPlace),
      },
    },
  },
  'S11-2': {
    ...purchasing,
    moments: {
      start: {
        alt: 'Företagaren visar en faktura för pallar. Dörren till upphandling är stängd.',
        door: 'closed',
        acts: { pose: 'reach', mood: 'talking' },
        things: invoice(thingPlace),
      },
      open: {
        alt: 'Företagaren registrerar sig som leverantör på skärmen. Dörren till upphandling är öppen.',
        door: 'open',
        acts: { pose: 'stand', mood: 'glad' },
        things: screen([180, deskTop]) + card([110, deskTop]),
      },
      closed: {
        alt: 'En konkurrent klagar, och tidningen ligger på bordet. Dörren till upphandling är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried' },
        things: newspaper(thingPlace),
      },
    },
  },
  'S11-3': {
    ...lawyer,
    moments: {
      start: {
        alt: 'Revisorn frågar vad som är lovat. Dörren till kansliet är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'talking' },
        things: checklist(thingPlace),
      },
      open: {
        alt: 'Revisorn får en anteckning om allt som sagts. Dörren till kansliet är öppen.',
        door: 'open',
        acts: { pose: 'reach', mood: 'glad' },
        things: request(thingPlace),
      },
      closed: {
        alt: 'Revisorn får inget att läsa. Dörren till kansliet är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried' },
        things: crumpled(thingPlace),
      },
    },
  },
}
