import { calendar } from '../calendar.ts'
import { olena } from '../cast.ts'
import { cup } from '../desk-things.ts'
import { binders, desk, plant, room, wallClock } from '../furniture.ts'
import { application, checklist, heap, orderLetter, proof } from '../papers.ts'
import { deskTop, type Scene, thingPlace } from '../staging.ts'

const office = {
  visitor: olena,
  room: room(214, 280) + binders([112, 52]) + wallClock([350, 62]) + plant([580, 176]),
  desk: desk([0, 226], 640, 290) + cup([536, deskTop]),
  sign: 'ALK',
}

/** Olena and the licensing officer. */
export const licenceScenes: Record<string, Scene> = {
  'S2-1': {
    ...office,
    moments: {
      start: {
        alt: 'Olena visar en halvfylld ansökan. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'reach', mood: 'talking', facing: 'left' },
        things: application(thingPlace, 'half'),
      },
      open: {
        alt: 'Olena sitter hos dig, och ansökan är ifylld. Dörren till alkohol och tobak är öppen.',
        door: 'open',
        acts: { pose: 'point', mood: 'glad', facing: 'left', x: 338, sits: true },
        things: application(thingPlace, 'whole'),
      },
      ajar: {
        alt: 'Olena går, och kalendern visar tre veckor. Dörren till alkohol och tobak står på glänt.',
        door: 'ajar',
        acts: { pose: 'walk', mood: 'calm', facing: 'left', x: 306 },
        things: calendar(thingPlace, { columns: 5, rows: 3, crossed: 15 }),
      },
      closed: {
        alt: 'Olena förstår inte uppgifterna i ansökan. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried', facing: 'left', x: 330 },
        things: application([176, deskTop], 'wrong'),
      },
    },
  },
  'S2-2': {
    ...office,
    moments: {
      start: {
        alt: 'Olena sitter hos dig och undrar om allt har kommit in. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'hand-up', mood: 'talking', facing: 'left', x: 330, sits: true },
        things: application(thingPlace, 'whole'),
      },
      open: {
        alt: 'Olena har fått sitt mottagningsbevis. Dörren till alkohol och tobak är öppen.',
        door: 'open',
        acts: { pose: 'point', mood: 'glad', facing: 'left', x: 338, sits: true },
        things: proof(thingPlace),
      },
      ajar: {
        alt: 'Olena väntar, och hennes ansökan ligger i en hög. Dörren till alkohol och tobak står på glänt.',
        door: 'ajar',
        acts: { pose: 'stand', mood: 'worried', facing: 'left', x: 330 },
        things: heap(thingPlace),
      },
    },
  },
  'S2-3': {
    ...office,
    moments: {
      start: {
        alt: 'Olena är orolig för sin ansökan. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'hand-up', mood: 'worried', facing: 'left' },
        things: application(thingPlace, 'half'),
      },
      open: {
        alt: 'Olena sitter hos dig med en lista, och två av tre rader är klara. Dörren till alkohol och tobak är öppen.',
        door: 'open',
        acts: { pose: 'point', mood: 'glad', facing: 'left', x: 338, sits: true },
        things: checklist(thingPlace),
      },
      closed: {
        alt: 'Olena har fått ett brev som hon inte förstår. Dörren till alkohol och tobak är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried', facing: 'left', x: 330 },
        things: orderLetter([176, deskTop]),
      },
    },
  },
}
