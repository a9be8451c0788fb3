import type { Tokens } from '../pictures.ts'
import { type Accent, darkAccent, type Grounds, lightAccent } from './accent.ts'

/** A municipality's colour as the course shows it. */
export interface Brand {
  /** The tokens with those that follow the colour. */
  tokens: Tokens
  /** What the style sheet ends with. */
  css: string
  light: Accent
  dark: Accent
}

/** The raw colour is only the stripe at the top; everything else that follows it is computed, so that it can be read. */
export function brandOf(colour: string, tokens: Tokens): Brand {
  const light = lightAccent(colour, groundsOf(tokens.light))
  const dark = darkAccent(colour, groundsOf(tokens.dark))
  const named = { light: namesOf(colour, light), dark: namesOf(colour, dark) }
  const rule = (values: Map<string, string>) =>
    `:root{${[...values].map(([name, value]) => `--${name}:${value}`).join(';')}}`
  return {
    tokens: { light: new Map([...tokens.light, ...named.light]), dark: new Map([...tokens.dark, ...named.dark]) },
    css: `${rule(named.light)}@media screen and (prefers-color-scheme:dark){${rule(named.dark)}}\n`,
    light,
    dark,
  }
}

const groundsOf = (tokens: Map<string, string>): Grounds => ({
  paper: tokens.get('paper') ?? '#ffffff',
  surface: tokens.get('surface') ?? '#ffffff',
})

const namesOf = (colour: string, { accent, tint, leaf }: Accent) =>
  new Map([
    ['brand', colour],
    ['accent', accent],
    ['accent-tint', tint],
    ['leaf', leaf],
  ])
