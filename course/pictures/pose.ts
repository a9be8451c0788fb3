import { circle, d, type Point, rect, stroke, type Token } from './svg.ts'

interface Arm {
  shoulder: Point
  elbow: Point
  hand: Point
}

const arm = (shoulder: Point, elbow: Point, hand: Point): Arm => ({ shoulder, elbow, hand })

const hangingBack = arm([-14, -84], [-19, -67], [-17, -49])

/** Where the arms go in each pose, for somebody who faces right; `front` is drawn over the body. */
const poses = {
  stand: { back: hangingBack, front: arm([14, -84], [19, -67], [17, -49]) },
  walk: { back: arm([-13, -84], [-21, -69], [-25, -54]), front: arm([13, -84], [15, -67], [25, -57]) },
  reach: { back: hangingBack, front: arm([13, -84], [23, -73], [38, -76]) },
  point: { back: hangingBack, front: arm([13, -84], [26, -85], [41, -95]) },
  'hand-up': { back: hangingBack, front: arm([14, -84], [27, -78], [31, -94]) },
  phone: { back: arm([14, -84], [19, -67], [17, -49]), front: arm([-14, -84], [-27, -83], [-14, -101]) },
  carry: { back: arm([-13, -84], [-17, -68], [-2, -63]), front: arm([14, -84], [18, -68], [9, -62]) },
  shrug: { back: arm([-13, -84], [-24, -71], [-36, -79]), front: arm([13, -84], [24, -71], [36, -79]) },
} satisfies Record<string, { back: Arm; front: Arm }>

export type Pose = keyof typeof poses

/** Where a pose's front hand is: things are held there. */
export const handOf = (pose: Pose): Point => poses[pose].front.hand

/** One bent arm in a sleeve with its hand. The front one is a shade darker, so that it stands off the body. */
export function armOf(pose: Pose, side: 'back' | 'front', { cloth, skin }: { cloth: Token; skin: Token }): string {
  const { shoulder, elbow, hand } = poses[pose][side]
  const bend = d`M${shoulder[0]} ${shoulder[1]}L${elbow[0]} ${elbow[1]}L${hand[0]} ${hand[1]}`
  const darker = side === 'front' ? stroke(bend, 'line', { width: 9, 'stroke-opacity': 0.09 }) : ''
  return stroke(bend, cloth, { width: 9 }) + darker + circle(hand, 5, skin)
}

const shoe = (x: number) => rect([x - 7, -6, 16, 6], 'line', { rx: 3 })
const leg = (data: string, cloth: Token) => stroke(data, cloth, { width: 13 })

/** Legs and shoes. */
export function legsOf(pose: Pose, cloth: Token): string {
  if (pose === 'walk') return leg('M-4 -50L-13 -6', cloth) + leg('M4 -50L14 -6', cloth) + shoe(-14) + shoe(15)
  return leg('M-6 -50V-6', cloth) + leg('M7 -50V-6', cloth) + shoe(-7) + shoe(9)
}
