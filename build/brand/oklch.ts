/** A colour as people see it: lightness 0–1, chroma from 0, hue in radians (Björn Ottosson's OKLab in polar form). */
export interface Oklch {
  lightness: number
  chroma: number
  hue: number
}

type Triple = [number, number, number]

const fromSrgb = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const toSrgb = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)

const linear = (hex: string): Triple => {
  const at = (n: number) => fromSrgb(Number.parseInt(hex.slice(n, n + 2), 16) / 255)
  return [at(1), at(3), at(5)]
}

/** Of `#rrggbb`. */
export function oklchOf(hex: string): Oklch {
  const [red, green, blue] = linear(hex)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  }
}

function linearOf({ lightness, chroma, hue }: Oklch): Triple {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** What rounding to eight bits hides. */
const tolerance = 1e-4

const isDisplayable = (channels: Triple) =>
  channels.every((channel) => channel >= -tolerance && channel <= 1 + tolerance)

/** As `#rrggbb`; where a screen cannot show it the hue is kept and the chroma goes down, 4 % at a time. */
export function hexOf({ lightness, chroma, hue }: Oklch): string {
  let shown = linearOf({ lightness, chroma, hue })
  for (let less = chroma; !isDisplayable(shown) && less > 0.001; ) {
    less *= 0.96
    shown = linearOf({ lightness, chroma: less, hue })
  }
  const digits = shown.map((channel) => Math.round(255 * toSrgb(Math.min(1, Math.max(0, channel)))))
  return `#${digits.map((digit) => digit.toString(16).padStart(2, '0')).join('')}`
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast between two colours, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
