import { at, drawing, rect, stroke, words } from '../svg.ts'

const gone = ['Eget kök', 'Mat på bordet']
const kept = ['Tillstånd', 'Kunskapsprov', 'Polisens yttrande', 'Brandsäkerhet']
const pitch = 54

const heading = (text: string) =>
  rect([0, 0, 304, 3], 'ink') + words([0, 38], text, { size: 26, anchor: 'start', color: 'ink' })

const line = (text: string, i: number, mark: string) =>
  at([0, 62 + i * pitch], mark + words([50, 29], text, { size: 24, anchor: 'start', color: 'ink' }))

const struck = (width: number) =>
  rect([0, 2, 36, 36], 'accent-tint') + stroke('M10 20h16', 'accent', { width: 4 }) + rect([46, 20, width, 4], 'falu')
const ticked = rect([0, 2, 36, 36], 'leaf') + stroke('M9 20l7 8l12 -15', 'white', { width: 5 })

/** Eget kök och mat ströks den 1 juni 2026, men tillstånd, prov, Polisens yttrande och brandsäkerhet står kvar. */
export const foodDemand = () => {
  const height = 66 + kept.length * pitch
  return drawing(
    [0, 0, 640, height],
    rect([0, 0, 640, height], 'paper') +
      heading('Borta 1 juni 2026') +
      gone.map((text, i) => line(text, i, '') + at([0, 62 + i * pitch], struck(i === 0 ? 124 : 198))).join('') +
      at([336, 0], heading('Kvar') + kept.map((text, i) => line(text, i, ticked)).join('')),
  )
}
