import { calendar } from '../calendar.ts'
import { buildingOfficer, workshopOwner } from '../cast.ts'
import { cup, plan, screen } from '../desk-things.ts'
import { desk, noticeBoard, plant, room } from '../furniture.ts'
import { checklist, heap, orderLetter, request } from '../papers.ts'
import { deskTop, type Scene, thingPlace } from '../staging.ts'

const desktop = desk([-10, 226], 660, 290) + cup([560, deskTop])
const backdrop = room(214, 280) + noticeBoard([84, 52]) + plant([560, 176])
const owner = { visitor: workshopOwner, room: backdrop, desk: desktop, sign: 'NÄR' }
const meeting = { ...owner, visitor: buildingOfficer, sign: 'RTJ' }

/** One company with three answers, the meeting, and what happens without one. */
export const threeAnswersScenes: Record<string, Scene> = {
  'S12-1': {
    ...owner,
    moments: {
      start: {
        alt: 'Företagaren har tre olika brev på ditt bord. Dörren är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'talking' },
        things: orderLetter([110, deskTop]) + orderLetter([160, deskTop]) + orderLetter([210, deskTop]),
      },
      open: {
        alt: 'Företagaren ser en gemensam tidsplan. Dörren är öppen.',
        door: 'open',
        acts: { pose: 'reach', mood: 'glad' },
        things: checklist(thingPlace),
      },
      ajar: {
        alt: 'Företagaren skriver in maj i kalendern. Dörren står på glänt.',
        door: 'ajar',
        acts: { pose: 'stand', mood: 'calm' },
        things: calendar([160, deskTop], { columns: 7, rows: 3, ringed: 18 }),
      },
      closed: {
        alt: 'Företagaren går själv med alla papper mellan dörrarna. Dörren är stängd.',
        door: 'closed',
        acts: { pose: 'carry', mood: 'worried' },
        things: heap(thingPlace),
      },
    },
  },
  'S12-2': {
    ...meeting,
    moments: {
      start: {
        alt: 'Kollegan från bygglov har ritningarna framför sig. Dörren till räddningstjänsten är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'talking' },
        things: plan(thingPlace),
      },
      open: {
        alt: 'Kollegan delar ritningarna på skärmen. Dörren till räddningstjänsten är öppen.',
        door: 'open',
        acts: { pose: 'reach', mood: 'glad' },
        things: plan(thingPlace) + screen([112, deskTop]),
      },
      closed: {
        alt: 'Kollegan ser en hög med papper som företaget ska skicka in igen. Dörren är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried' },
        things: heap(thingPlace),
      },
    },
  },
  'S12-3': {
    ...owner,
    moments: {
      start: {
        alt: 'Företagaren visar en kalender där maj är över. Dörren är stängd.',
        door: 'closed',
        acts: { pose: 'point', mood: 'worried' },
        things: calendar([160, deskTop], { columns: 7, rows: 3, crossed: 21 }),
      },
      open: {
        alt: 'Företagaren läser en skriftlig plan från i dag. Dörren är öppen.',
        door: 'open',
        acts: { pose: 'reach', mood: 'calm' },
        things: request(thingPlace),
      },
      closed: {
        alt: 'Företagaren går utan plan. Dörren är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried' },
        things: calendar([160, deskTop], { columns: 7, rows: 3, crossed: 21 }),
      },
    },
  },
}
