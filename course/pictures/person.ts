import { beard, glasses, type HairStyle, hairBefore, hairBehind, nape } from './hair.ts'
import { held, type Thing } from './held.ts'
import { armOf, handOf, legsOf, type Pose } from './pose.ts'
import { circle, d, group, type Point, rect, shade, shape, stroke, type Token } from './svg.ts'

export type Mood = 'glad' | 'calm' | 'worried' | 'talking'

/** Who somebody is: never changes from picture to picture. */
export interface Look {
  skin: 'skin-1' | 'skin-2' | 'skin-3'
  hair: 'hair-1' | 'hair-2' | 'hair-3' | 'hair-4'
  style: HairStyle
  /** The cap's or the shawl's colour. */
  cloth?: Token
  beard?: true
  glasses?: true
  top: Token
  legs: Token
  /** What shows the trade. */
  wears?: 'dungarees' | 'apron' | 'jacket' | 'vest'
  wearsColor?: Token
}

/** What somebody does in one picture. */
export interface Acting {
  at: Point
  /** 0.5 in streets, 1.3 in rooms, 2.05 across the desk; 1 is 120 units high. */
  scale: number
  facing?: 'left' | 'right'
  pose?: Pose
  mood?: Mood
  holds?: Thing
}

/** A whole person, feet at `at`. */
export function person(
  look: Look,
  { at, scale, facing = 'right', pose = 'stand', mood = 'calm', holds }: Acting,
): string {
  const sleeves = { cloth: look.wears === 'jacket' ? (look.wearsColor ?? 'roof') : look.top, skin: look.skin }
  const content =
    legsOf(pose, look.legs) +
    armOf(pose, 'back', sleeves) +
    torso(look) +
    head(look, mood) +
    (holds && holds !== 'card' ? held(holds, handOf(pose)) : '') +
    armOf(pose, 'front', sleeves) +
    (holds === 'card' ? held(holds, handOf(pose)) : '')
  const flip = facing === 'left' ? -1 : 1
  return group(content, { transform: `translate(${at[0]} ${at[1]}) scale(${scale * flip} ${scale})` })
}

const body = 'M-18 -80Q-18 -90 -7 -91H7Q18 -90 18 -80L15 -44H-15Z'

function torso({ skin, top, wears, wearsColor = 'roof' }: Look): string {
  const neck = rect([-4, -98, 8, 11], skin, { rx: 3 }) + shade('M-4 -93q4 3 8 0v3q-4 4 -8 0z', 0.15)
  const collar = shape('M-6 -91H6L1 -86H-1Z', skin)
  return (
    shape(body, wears === 'jacket' ? wearsColor : top) +
    (wears === 'jacket' ? jacket(top) : '') +
    collar +
    neck +
    garment(wears, wearsColor)
  )
}

const jacket = (shirt: Token) =>
  shape('M-6 -91H6L3 -66H-3Z', shirt) + shade('M-7 -91L-3 -66L-2 -44H-3L-10 -72ZM7 -91L3 -66L2 -44H3L10 -72Z', 0.16)

function garment(wears: Look['wears'], color: Token): string {
  if (wears === 'dungarees')
    return (
      shape('M-10 -74H10L14 -42H-14Z', color) +
      stroke('M-8 -72L-11 -89M8 -72L11 -89', color, { width: 4 }) +
      rect([-5, -68, 10, 8], 'line', { 'fill-opacity': 0.14 })
    )
  if (wears === 'apron')
    return (
      shape('M-9 -78H9L15 -30H-15Z', color) +
      stroke('M-8 -77L-10 -89M8 -77L10 -89', color, { width: 3 }) +
      rect([-7, -54, 14, 9], 'line', { 'fill-opacity': 0.1 })
    )
  if (wears === 'vest')
    return shape('M-17 -85Q-13 -90 -7 -91L-3 -44H-16ZM17 -85Q13 -90 7 -91L3 -44H16Z', color) + shade(vestSeams, 0.16)
  return ''
}

const vestSeams = 'M-15 -60h8v6h-8zM7 -60h8v6h-8z'

/** How far the head tips forward. */
const tilts: Record<Mood, number> = { glad: -3, calm: 0, worried: 6, talking: -2 }

function head(look: Look, mood: Mood): string {
  const { skin, hair, style, cloth = 'falu' } = look
  const covered = style === 'cap' || style === 'shawl'
  const face =
    hairBehind(style, covered ? cloth : hair) +
    rect([-10, -121, 20, 26], skin, { rx: 10 }) +
    (look.beard ? beard(hair, skin) : '') +
    (style === 'cap' ? nape(hair) : '') +
    (style === 'shawl' ? '' : circle([-8, -107], 3, skin) + shade('M-9 -109q2 2 0 4z', 0.25)) +
    hairBefore(style, covered ? cloth : hair) +
    features(mood) +
    (look.glasses ? glasses() : '')
  return group(face, { transform: d`rotate(${tilts[mood]} 0 -95)` })
}

const brows: Record<Mood, string> = {
  glad: 'M0 -112.5q1.5 -1 3 0M6 -112.5q1.5 -1 3 0',
  talking: 'M0 -113q1.5 -1 3 0M6 -113q1.5 -1 3 0',
  calm: 'M0 -112h3M6 -112h3',
  worried: 'M0 -111.5l3 -1.5M6 -113l3 1.5',
}

const mouths: Record<Mood, string> = {
  glad: stroke('M2 -103q3 4 6 0', 'hair-1', { width: 1.4 }),
  calm: stroke('M3 -101.5q2.5 1 5 0', 'hair-1', { width: 1.4 }),
  worried: stroke('M3 -101h5', 'hair-1', { width: 1.4 }),
  talking: shape('M2 -103.5h6q0 5 -3 5t-3 -5z', 'hair-1'),
}

const features = (mood: Mood) =>
  stroke(brows[mood], 'hair-1', { width: 0.9, 'stroke-opacity': 0.7 }) +
  circle([1.5, -109], 1.25, 'hair-1') +
  circle([7, -109], 1.25, 'hair-1') +
  mouths[mood]
