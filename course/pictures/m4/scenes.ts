import { calendar } from '../calendar.ts'
import { haulier } from '../cast.ts'
import { cup, liftedTelephone, ringingTelephone, telephone } from '../desk-things.ts'
import { desk, noticeBoard, plant, room, workbench } from '../furniture.ts'
import { lorry, yard } from '../lorry.ts'
import { checklist, crumpled, decision, invoice } from '../papers.ts'
import type { Mood } from '../person.ts'
import { deskTop, type Moment, type Scene } from '../staging.ts'
import { group, type Point, rect } from '../svg.ts'

/** The haulier stands in his yard to the left; your desk and the door are to the right. */
const call = {
  visitor: haulier,
  room:
    room(214, 280) +
    noticeBoard([306, 52]) +
    plant([580, 176]) +
    yard(270, 214, 280) +
    group(lorry([0, 0]), { transform: 'translate(6 220) scale(1.25)' }),
  desk:
    desk([282, 226], 400, 290) + cup([536, deskTop]) + workbench([0, 226], 270, 290) + rect([270, 0, 6, 280], 'paper'),
  sign: 'MIL',
}
const his: Point = [118, deskTop]
const telephonePlace: Point = [290, deskTop]
const yours: Point = [346, deskTop]
const calling = liftedTelephone(telephonePlace)
const hungUp = telephone(telephonePlace)
const onThePhone = (mood: Mood): Moment['acts'] => ({ pose: 'phone', mood, holds: 'phone', x: 218 })

/** The angry haulier calls about his fee. */
export const hauliersCall: Record<string, Scene> = {
  'S4-1': {
    ...call,
    moments: {
      start: {
        alt: 'Åkaren ringer från sin lastbil med en räkning framför sig. Dörren till miljö är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: invoice(his) + calling,
      },
      open: {
        alt: 'Åkaren har lugnat sig, och du antecknar. Dörren till miljö är öppen.',
        door: 'open',
        acts: onThePhone('calm'),
        things: invoice(his) + calling + checklist(yours),
      },
      closed: {
        alt: 'Åkaren har knycklat ihop räkningen och talar ännu högre. Dörren till miljö är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: crumpled([120, deskTop]) + calling,
      },
    },
  },
  'S4-2': {
    ...call,
    moments: {
      start: {
        alt: 'Åkaren frågar om avgiften kan strykas. Dörren till miljö är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: invoice(his) + calling + checklist(yours),
      },
      open: {
        alt: 'Åkaren har skrivit upp hur han överklagar. Dörren till miljö är öppen.',
        door: 'open',
        acts: onThePhone('calm'),
        things: decision(his) + calling,
      },
      ajar: {
        alt: 'Åkaren ringer chefen i stället, och din lur ligger på. Dörren till miljö står på glänt.',
        door: 'ajar',
        acts: onThePhone('worried'),
        things: invoice(his) + hungUp,
      },
      closed: {
        alt: 'Åkaren väntar sig ingen räkning, men den kommer ändå. Dörren till miljö är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'worried', x: 206 },
        things: invoice(his) + hungUp,
      },
    },
  },
  'S4-3': {
    ...call,
    moments: {
      start: {
        alt: 'Åkaren säger i telefonen att han kommer dit. Dörren till miljö är stängd.',
        door: 'closed',
        acts: onThePhone('talking'),
        things: invoice(his) + calling,
      },
      open: {
        alt: 'Åkaren sitter hos dig och går igenom räkningen. Dörren till miljö är öppen.',
        door: 'open',
        acts: { pose: 'stand', mood: 'calm', facing: 'left', x: 372, sits: true },
        things: calendar(his, { columns: 5, rows: 2, ringed: 8 }) + invoice([452, deskTop]) + hungUp,
      },
      closed: {
        alt: 'Åkaren har gått från lastbilen och står upprörd i receptionen. Dörren till miljö är stängd.',
        door: 'closed',
        acts: { pose: 'stand', mood: 'talking', facing: 'left', x: 372 },
        things: ringingTelephone(telephonePlace),
      },
    },
  },
}
