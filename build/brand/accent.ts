import { contrast, hexOf, type Oklch, oklchOf } from './oklch.ts'

/** What an accent stands on, per mode. */
export interface Grounds {
  paper: string
  surface: string
}

export interface Accent {
  accent: string
  /** Behind what is chosen or current. */
  tint: string
  /** A door's leaf in the drawings. */
  leaf: string
  /** The accent's contrast on paper. */
  contrast: number
}

interface Rule {
  mostChroma: number
  begin(lightness: number): number
  step: number
  /** The least contrast on paper and surface; on its own tint 4.5 is enough. */
  least: number
  tint(chroma: number): Pick<Oklch, 'lightness' | 'chroma'>
}

const rules = {
  light: {
    mostChroma: 0.17,
    begin: (lightness) => Math.min(lightness, 0.5),
    step: -0.005,
    least: 5.5,
    tint: (chroma) => ({ lightness: 0.942, chroma: Math.min(0.22 * chroma, 0.022) }),
  },
  dark: {
    mostChroma: 0.13,
    begin: (lightness) => Math.max(lightness, 0.74),
    step: 0.005,
    least: 6.5,
    tint: (chroma) => ({ lightness: 0.3, chroma: Math.min(0.35 * chroma, 0.035) }),
  },
} satisfies Record<string, Rule>

/** An accent of this colour's hue for light pages: any colour gives one that can be read, grey, white and black too. */
export function lightAccent(colour: string, grounds: Grounds): Accent {
  const found = search(oklchOf(colour), rules.light, grounds)
  return { ...found, leaf: found.accent }
}

/** The same for dark pages; the leaf is darker than the accent, so that the light behind it shows. */
export function darkAccent(colour: string, grounds: Grounds): Accent {
  const raw = oklchOf(colour)
  const leaf = hexOf({ lightness: 0.47, chroma: Math.min(raw.chroma, 0.1), hue: raw.hue })
  return { ...search(raw, rules.dark, grounds), leaf }
}

function search(raw: Oklch, rule: Rule, { paper, surface }: Grounds): Omit<Accent, 'leaf'> {
  const chroma = Math.min(raw.chroma, rule.mostChroma)
  const tint = hexOf({ ...rule.tint(chroma), hue: raw.hue })
  for (let lightness = rule.begin(raw.lightness); ; lightness += rule.step) {
    const accent = hexOf({ lightness, chroma, hue: raw.hue })
    const enough = [paper, surface].every((ground) => contrast(accent, ground) >= rule.least)
    const last = lightness <= 0 || lightness >= 1
    if ((enough && contrast(accent, tint) >= 4.5) || last) return { accent, tint, contrast: contrast(accent, paper) }
  }
}
