import { baker } from './cast.ts'
import { card, cup } from './desk-things.ts'
import { desk, noticeBoard, plant, room } from './furniture.ts'
import { crumpled, request } from './papers.ts'
import { deskTop, type Scene, thingPlace } from './staging.ts'

/** For a step that nobody has drawn yet: somebody at your desk, and a door without a name. */
export const neutralScene: Scene = {
  visitor: baker,
  room: room(214, 280) + noticeBoard([84, 52]) + plant([560, 176]),
  desk: desk([-10, 226], 660, 290) + cup([560, deskTop]),
  sign: 'DÖRR',
  moments: {
    start: {
      alt: 'En företagare står vid din disk och frågar. Dörren är stängd.',
      door: 'closed',
      acts: { pose: 'reach', mood: 'talking' },
      things: request(thingPlace),
    },
    open: {
      alt: 'Företagaren har fått ett svar. Dörren är öppen.',
      door: 'open',
      acts: { pose: 'hand-up', mood: 'glad' },
      things: card(thingPlace),
    },
    ajar: {
      alt: 'Företagaren funderar. Dörren står på glänt.',
      door: 'ajar',
      acts: { pose: 'stand', mood: 'calm' },
      things: request(thingPlace),
    },
    closed: {
      alt: 'Företagaren är på väg att gå. Dörren är stängd.',
      door: 'closed',
      acts: { pose: 'shrug', mood: 'worried' },
      things: crumpled(thingPlace),
    },
  },
}
