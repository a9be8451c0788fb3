import type { Figure, Share, Shown } from './figure.ts'
import { percentCell } from './words.ts'

/** A group of fewer people than this is not shown, nor is anything that it could be worked out from. */
export const smallestGroup = 5
export const tooFew = 'Färre än fem, visas inte'

const hidden: Shown = { text: tooFew, hidden: true }

/** The one place where a count becomes a text. */
export function disclose(figure: Figure): Shown {
  switch (figure.kind) {
    case 'fixed':
      return shown(figure.text, figure.value)
    case 'people':
      return isSmall(figure.people) || isSmall(figure.of)
        ? hidden
        : shown(peopleText(figure.people), step(figure.people))
    case 'measure':
      return figure.people < smallestGroup ? hidden : shown(figure.text, figure.value)
    case 'derived':
      return figure.from.some((one) => disclose(one).hidden) ? hidden : shown(figure.text, figure.value)
    case 'share':
      return discloseShare(figure)
  }
}

/** A share of which both sides are large enough, or empty. */
function discloseShare({ part, whole, people, having, lacking, otherwise }: Share): Shown {
  if (people < smallestGroup || isSmall(having)) return hidden
  if (isSmall(lacking)) return otherwise === undefined ? hidden : { text: `Färre än fem ${otherwise}`, hidden: true }
  return shown(percentCell(part / whole), rounded(part / whole))
}

const shown = (text: string, value?: number): Shown => ({
  text,
  ...(value !== undefined && { value }),
  hidden: false,
})

/** As it is written: what is compared with a limit must not differ from what a reader sees. */
const rounded = (share: number) => Math.round(100 * share) / 100

const isSmall = (people: number) => people > 0 && people < smallestGroup
const step = (people: number) => Math.floor(people / smallestGroup) * smallestGroup

/** In steps of five, `10–14`: the difference between two exact counts would be a group again. */
function peopleText(people: number): string {
  return people === 0 ? '0' : `${step(people)}–${step(people) + smallestGroup - 1}`
}
