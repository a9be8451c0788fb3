import { plate, switchingDoor } from './door.ts'
import { chairBack } from './furniture.ts'
import { carpenterScenes } from './m1/scenes.ts'
import { licenceScenes } from './m2/scenes.ts'
import { telephoneScenes } from './m3/scenes.ts'
import { hauliersCall } from './m4/scenes.ts'
import { brotherInLawScenes } from './m5/scenes.ts'
import { hairdresserScenes } from './m6/scenes.ts'
import { painterScenes } from './m7/scenes.ts'
import { takeoverScenes } from './m8/scenes.ts'
import { wineBarScenes } from './m9/scenes.ts'
import { squareScenes } from './m10/scenes.ts'
import { rentScenes } from './m11/scenes.ts'
import { threeAnswersScenes } from './m12/scenes.ts'
import { neutralScene } from './neutral-scene.ts'
import { type Look, person } from './person.ts'
import type { Moment, Outcome, Scene } from './staging.ts'
import { drawing, group } from './svg.ts'

const scenes: Record<string, Scene> = {
  ...carpenterScenes,
  ...licenceScenes,
  ...telephoneScenes,
  ...hauliersCall,
  ...brotherInLawScenes,
  ...hairdresserScenes,
  ...painterScenes,
  ...takeoverScenes,
  ...wineBarScenes,
  ...squareScenes,
  ...rentScenes,
  ...threeAnswersScenes,
}

/** The steps that have a scene. */
export const drawnSteps = Object.keys(scenes)

const scale = 2.05

/**
 * The picture of a scenario step, 640×280, seen from your side of the desk. The runtime sets `data-outcome` on the svg, the
 * `data-state` of its door to the same (`start` is what the build wrote) and `aria-label` to the matching `data-alt-…`;
 * a group with `data-when` shows in the outcome it names.
 */
export function scene(step: string): string {
  const { visitor, room, desk, sign, moments } = scenes[step] ?? neutralScene
  const entries = Object.entries(moments) as [Outcome, Moment][]
  const when = (draw: (moment: Moment) => string) =>
    entries.map(([outcome, moment]) => group(draw(moment), { 'data-when': outcome })).join('')
  const content = [
    room,
    switchingDoor([424, 66], [74, 148], { state: moments.start?.door ?? 'closed' }),
    plate([461, 26], sign),
    when((moment) => acting(visitor, moment)),
    desk,
    when(({ things }) => things),
  ]
  const alts = Object.fromEntries(entries.map(([outcome, { alt }]) => [`data-alt-${outcome}`, alt]))
  return drawing([0, 0, 640, 280], content.join(''), {
    label: moments.start?.alt,
    class: 'scene',
    preserveAspectRatio: 'xMidYMid slice',
    'data-outcome': 'start',
    ...alts,
  })
}

function acting(visitor: Look, { acts: { x = 316, sits, ...rest } }: Moment): string {
  const figure = person(visitor, { ...rest, at: [x, sits ? 384 : 356], scale })
  return sits ? chairBack([x - 40, 170]) + figure : figure
}
