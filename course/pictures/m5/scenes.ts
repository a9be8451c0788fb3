import { brotherInLaw, unitHead } from '../cast.ts'
import { card, cup, liftedTelephone, screen, sheet, telephone } from '../desk-things.ts'
import { binders, desk, noticeBoard, plant, room } from '../furniture.ts'
import { application, checklist, crumpled } from '../papers.ts'
import { deskTop, type Scene, thingPlace } from '../staging.ts'
import type { Point } from '../svg.ts'

const office = {
  visitor: brotherInLaw,
  room: room(214, 280) + binders([112, 52]) + noticeBoard([322, 30]) + plant([580, 176]),
  desk: desk([0, 226], 640, 290) + cup([536, deskTop]),
  sign: 'BYG',
}
const telephonePlace: Point = [118, deskTop]
const hungUp = telephone(telephonePlace)

/** Your brother-in-law has applied for a building permit. */
export const brotherInLawScenes: Record<string, Scene> = {
  'S5-1': {
    ...office,
    moments: {
      start: {
        alt: 'Din svåger står vid disken med sin ansökan. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'hand-up', mood: 'talking', facing: 'left' },
        things: application(thingPlace, 'whole') + hungUp,
      },
      open: {
        alt: 'Du ringer chefen, och ärendet följer med ett kort till kollegan. Dörren till bygglov är öppen.',
        door: 'open',
        acts: { pose: 'stand', mood: 'calm', facing: 'left' },
        things: card(thingPlace) + liftedTelephone(telephonePlace),
      },
      closed: {
        alt: 'Svågerns ansökan är överkorsad och måste börja om. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'shrug', mood: 'worried', facing: 'left', x: 330 },
        things: application([176, deskTop], 'wrong') + hungUp,
      },
    },
  },
  'S5-2': {
    ...office,
    moments: {
      start: {
        alt: 'Din svåger undrar vad grannen har skrivit. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'reach', mood: 'talking', facing: 'left' },
        things: sheet(thingPlace) + hungUp,
      },
      open: {
        alt: 'Din svåger har fått yttrandet av registratorn. Dörren till bygglov är öppen.',
        door: 'open',
        acts: { pose: 'carry', holds: 'card', mood: 'glad', facing: 'left', x: 330 },
        things: hungUp,
      },
      closed: {
        alt: 'Yttrandet är mejlat från din skärm, och din svåger ser orolig ut. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried', facing: 'left', x: 340 },
        things: screen([190, deskTop]) + hungUp,
      },
    },
  },
  'S5-3': {
    ...office,
    visitor: unitHead,
    moments: {
      start: {
        alt: 'Chefen står vid ditt bord och frågar om svågerns ansökan. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'reach', mood: 'talking', facing: 'left' },
        things: application(thingPlace, 'whole') + hungUp,
      },
      open: {
        alt: 'Chefen går igenom ärendet med dig, rad för rad. Dörren till bygglov är öppen.',
        door: 'open',
        acts: { pose: 'reach', mood: 'calm', facing: 'left', x: 330, sits: true },
        things: checklist(thingPlace) + hungUp,
      },
      closed: {
        alt: 'Beslutet ligger hopknycklat mellan dig och chefen. Dörren till bygglov är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried', facing: 'left', x: 330 },
        things: crumpled(thingPlace) + hungUp,
      },
    },
  },
}
