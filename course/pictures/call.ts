import { cup, liftedTelephone, telephone } from './desk-things.ts'
import { desk, noticeBoard, plant, room, workbench } from './furniture.ts'
import type { Mood } from './person.ts'
import { deskTop, type Moment } from './staging.ts'
import { type Point, rect } from './svg.ts'

/** A call: the visitor's own place, with `backdrop` behind the workbench, is to the left; your desk and the door to the right. */
export const callStage = (backdrop: string) => ({
  room:
    room(214, 280) +
    noticeBoard([306, 52]) +
    plant([580, 176]) +
    rect([0, 0, 270, 214], 'hill') +
    rect([0, 214, 270, 66], 'kerb') +
    backdrop,
  desk:
    desk([282, 226], 400, 290) + cup([536, deskTop]) + workbench([0, 226], 270, 290) + rect([270, 0, 6, 280], 'paper'),
})

/** Where things lie on the visitor's workbench, and beside your telephone. */
export const theirs: Point = [118, deskTop]
export const yours: Point = [346, deskTop]

const telephonePlace: Point = [290, deskTop]
export const calling = liftedTelephone(telephonePlace)
export const hungUp = telephone(telephonePlace)

export const onThePhone = (mood: Mood): Moment['acts'] => ({ pose: 'phone', mood, holds: 'phone', x: 218 })
/** The call is over, and nothing was solved. */
export const leftAlone: Moment['acts'] = { pose: 'stand', mood: 'worried', x: 206 }
