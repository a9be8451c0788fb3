import { baker, courier, licensingOfficer, palletMaker } from '../cast.ts'
import { room } from '../furniture.ts'
import { label } from '../label.ts'
import { person } from '../person.ts'
import { drawing, rect, shade } from '../svg.ts'

/** Två företag läser samma plan på anslagstavlan. Vid sidan om viskar en kollega till ett enda företag. */
export const boardOrWhisper = () =>
  drawing(
    [0, 0, 640, 300],
    room(226, 300) +
      rect([30, 56, 210, 120], 'ochre') +
      rect([38, 64, 194, 104], 'linen') +
      rect([88, 72, 94, 88], 'white') +
      shade([84, 98, 112, 126, 140].map((y) => `M98 ${y}h74v4h-74z`).join(''), 0.4) +
      label([135, 14], 'Inköpsplanen', 160) +
      person(baker, { at: [120, 286], scale: 1.2, pose: 'point', mood: 'glad' }) +
      person(courier, { at: [250, 286], scale: 1.2, facing: 'left', pose: 'stand' }) +
      rect([330, 0, 6, 300], 'paper') +
      label([490, 14], 'Bara för dig', 150) +
      person(licensingOfficer, { at: [440, 286], scale: 1.3, pose: 'hand-up', mood: 'talking' }) +
      person(palletMaker, { at: [536, 286], scale: 1.3, facing: 'left', pose: 'stand' }),
  )
