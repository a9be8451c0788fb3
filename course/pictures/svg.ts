/** The pictures' colours: custom properties of course/styles/tokens.css, so that dark costs no second drawing. */
export type Token =
  | 'paper'
  | 'raised'
  | 'ink'
  | 'edge'
  | 'accent'
  | 'accent-tint'
  | 'line'
  | 'wall'
  | 'sky'
  | 'sky-low'
  | 'hill'
  | 'spruce'
  | 'ground'
  | 'kerb'
  | 'falu'
  | 'ochre'
  | 'linen'
  | 'lake'
  | 'linden'
  | 'stone'
  | 'roof'
  | 'trim'
  | 'glass'
  | 'lit-glass'
  | 'white'
  | 'light'
  | 'leaf'
  | 'plate-ink'
  | 'skin-1'
  | 'skin-2'
  | 'skin-3'
  | 'hair-1'
  | 'hair-2'
  | 'hair-3'
  | 'hair-4'

/** x, y. */
export type Point = readonly [number, number]
/** x, y, width, height. */
export type Box = readonly [number, number, number, number]

type Value = string | number | undefined
type Attributes = Record<string, Value>

const short = (value: Value) => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : value)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (value: string) => value.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** One element; numbers are rounded to hundredths, undefined attributes left out. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(short(value) ?? '')}"`)
    .join('')
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** Path data: a template in which numbers are rounded to hundredths. */
export const d = (strings: TemplateStringsArray, ...numbers: number[]) =>
  strings.reduce((data, text, i) => data + short(numbers[i - 1]) + text)

const paint = (token: Token) => `var(--${token})`

/** A filled box. */
export const rect = ([x, y, width, height]: Box, fill: Token, more: Attributes = {}) =>
  element('rect', { x, y, width, height, fill: paint(fill), ...more })

export const circle = ([cx, cy]: Point, r: number, fill: Token) => element('circle', { cx, cy, r, fill: paint(fill) })

export const ellipse = ([cx, cy]: Point, [rx, ry]: Point, fill: Token) =>
  element('ellipse', { cx, cy, rx, ry, fill: paint(fill) })

export const shape = (data: string, fill: Token, more: Attributes = {}) =>
  element('path', { d: data, fill: paint(fill), ...more })

/** A round-ended stroke `width` units wide: an arm, a stem, a mouth. */
export const stroke = (data: string, color: Token, { width, ...more }: Attributes & { width: number }) =>
  element('path', {
    d: data,
    fill: 'none',
    stroke: paint(color),
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  })

/** The line colour laid thinly over a shape: boards, folds, the shaded side. */
export const shade = (data: string, opacity: number) => shape(data, 'line', { 'fill-opacity': opacity })

export const group = (content: string, attributes: Attributes = {}) => element('g', attributes, content)

/** Content moved to a point. */
export const at = ([x, y]: Point, content: string) =>
  group(content, { transform: `translate(${short(x)} ${short(y)})` })

const family = 'Lots Grotesk, Segoe UI, system-ui, sans-serif'

export interface Lettering {
  /** 20 units or larger; house numbers 16. */
  size: number
  color?: Token
  /** Where the point stands in the words. */
  anchor?: 'start' | 'middle'
  /** 400 for what only names, 700 for what speaks. */
  weight?: 400 | 700
}

/** Words in the sign voice. A file of its own has no web fonts, so room is left for a wider system font. */
export function words([x, y]: Point, content: string, lettering: Lettering) {
  const { size, color = 'plate-ink', anchor = 'middle', weight = 700 } = lettering
  const type = { 'text-anchor': anchor, 'font-family': family, 'font-size': size, 'font-weight': weight }
  return element('text', { x, y, ...type, fill: paint(color) }, escaped(content))
}

interface Drawing extends Attributes {
  /** What the drawing says; without it the drawing is hidden from screen readers. */
  label?: string
}

/** A whole drawing. */
export function drawing(viewBox: Box, content: string, { label, ...more }: Drawing = {}): string {
  const access = label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label }
  return element('svg', { viewBox: viewBox.join(' '), ...access, ...more }, content)
}
