import { label } from '../label.ts'
import { at, drawing, rect, shape, stroke } from '../svg.ts'

const plot = (x: number) =>
  at(
    [x, 170],
    shape('M40 0H220L260 90H0Z', 'linden') +
      stroke('M40 0H220L260 90H0Z', 'white', { width: 4, 'stroke-dasharray': '12 10' }) +
      rect([126, -62, 8, 86], 'roof') +
      label([130, -96], 'Marknadspris', 168),
  )

/** Två tomter som är lika stora har samma pris på skylten. */
export const samePrice = () =>
  drawing(
    [0, 0, 640, 290],
    rect([0, 0, 640, 170], 'sky') +
      shape('M0 170V110C140 70 300 120 420 90C520 70 600 100 640 110V170Z', 'hill') +
      rect([0, 150, 640, 140], 'ground') +
      plot(40) +
      plot(340),
  )
