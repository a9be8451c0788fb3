import { circle, ellipse, shape, stroke, type Token } from './svg.ts'

export type HairStyle = 'short' | 'long' | 'bob' | 'tail' | 'bun' | 'curls' | 'bald' | 'shawl' | 'cap'

/** What lies behind the head; `color` is the hair's, or the cloth's for a shawl. */
export function hairBehind(style: HairStyle, color: Token): string {
  if (style === 'long') return shape('M-12 -113Q-18 -98 -14 -87Q-2 -83 8 -88L9 -112Z', color)
  if (style === 'bob') return shape('M-12 -112Q-17 -103 -13 -93Q-3 -90 3 -93L9 -112Z', color)
  if (style === 'tail') return shape('M-6 -122Q-22 -121 -20 -98Q-20 -90 -15 -87Q-12 -98 -8 -108Z', color)
  if (style === 'bun') return circle([-10, -121], 6.5, color)
  if (style === 'curls') return ellipse([-3, -112], [14, 13], color)
  if (style === 'shawl') return shape('M-12 -112Q-16 -94 -17 -84Q0 -74 15 -84L8 -100Z', color)
  return ''
}

const fringes: Record<HairStyle, string> = {
  short: 'M-11 -105C-13 -119 -7 -126 1 -126C9 -126 12 -121 11 -114C7 -113 2 -115 -1 -118C-4 -116 -6 -112 -7 -105Z',
  long: 'M-12 -98C-14 -118 -8 -126 1 -126C10 -126 13 -119 11 -112C6 -112 1 -115 -2 -118C-4 -113 -6 -108 -7 -96Z',
  bob: 'M-12 -99C-14 -118 -8 -126 1 -126C10 -126 13 -119 11 -111C7 -112 -1 -111 -6 -112C-7 -109 -7 -104 -7 -97Z',
  tail: 'M-11 -105C-13 -119 -7 -126 1 -126C9 -126 12 -121 11 -115C5 -119 -2 -118 -5 -115C-6 -111 -7 -108 -8 -104Z',
  bun: 'M-11 -105C-13 -119 -7 -126 1 -126C9 -126 12 -120 11 -113C6 -113 0 -116 -3 -119C-5 -115 -7 -111 -8 -104Z',
  curls: 'M-11 -105C-15 -118 -8 -128 1 -128C10 -128 14 -121 11 -114C8 -117 4 -113 1 -117C-2 -113 -5 -116 -8 -105Z',
  bald: 'M-9.5 -116Q-13 -108 -10 -101L-7 -103Q-9 -108 -6 -113Z',
  shawl:
    'M-14 -86C-17 -112 -10 -127 1 -127C10 -127 13 -120 11 -112C8 -117 4 -118 0 -118C-6 -117 -8 -112 -7 -104C-6 -97 -1 -95 5 -95L9 -86Z',
  cap: 'M-11 -112C-11 -122 -6 -127 1 -127C8 -127 11 -121 11 -115H18C19 -113 18 -112 16 -112H-11Z',
}

/** What lies over the forehead; for a cap `color` is the cap's. */
export const hairBefore = (style: HairStyle, color: Token) => shape(fringes[style], color)

/** Short hair in the neck, under a cap. */
export const nape = (color: Token) => shape('M-10 -113H-6L-7 -104Q-10 -106 -10 -113Z', color)

/** A beard with room for the mouth, which has to be seen. */
export const beard = (color: Token, skin: Token) =>
  shape('M-9 -107C-10 -97 -5 -94 0 -94C6 -94 10 -97 10 -104Q7 -103 4 -105Q0 -105 -5 -102Z', color) +
  ellipse([5, -101.5], [4.4, 3], skin)

export const glasses = () =>
  stroke('M-1 -109a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M5 -109a2.5 3 0 1 0 5 0a2.5 3 0 1 0 -5 0M-1 -110H-8', 'roof', {
    width: 1,
  })
