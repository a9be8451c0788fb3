import { boundary } from './m1/boundary.ts'
import { doorMap } from './m1/door-map.ts'
import { fourSteps } from './m1/four-steps.ts'
import { handoverCard } from './m1/handover-card.ts'
import { history } from './m1/history.ts'
import { mandate } from './m1/mandate.ts'

/** The pictures that never change, by file name: the build writes the tokens in and puts them beside the document. */
export const pictures: Record<string, () => string> = {
  'm1-historien.svg': history,
  'm1-dorrkarta.svg': doorMap,
  'm1-fyra-stegen.svg': fourSteps,
  'm1-mandatet.svg': mandate,
  'm1-gransen.svg': boundary,
  'm1-stafettkortet.svg': handoverCard,
}
