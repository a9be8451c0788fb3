import { at, type Point, rect, stroke } from '../svg.ts'

const brick = ([x, y]: Point) => rect([x, y, 24, 11], 'falu')

/** A heap of bricks and a sledgehammer; it stands with its lower left corner at `place`. */
export const rubble = (place: Point) =>
  at(
    place,
    stroke('M74 -4L34 -52', 'ochre', { width: 5 }) +
      rect([20, -64, 30, 16], 'roof', { rx: 3, transform: 'rotate(-40 35 -56)' }) +
      (
        [
          [0, -11],
          [26, -11],
          [52, -11],
          [12, -23],
          [40, -23],
          [26, -35],
        ] as Point[]
      )
        .map(brick)
        .join(''),
  )

/** A brick wall 11 rows high and so many units wide, its right edge broken. */
export const brokenWall = (place: Point, width: number) =>
  at(
    place,
    Array.from({ length: 11 }, (_, row) => {
      const gap = [0, 26, 8, 40, 60, 34, 78, 52, 30, 48, 12][row] ?? 0
      return Array.from({ length: Math.floor((width - gap) / 40) }, (_, i) =>
        rect([i * 40 + (row % 2) * 12, row * 20, 37, 17], 'falu'),
      ).join('')
    }).join(''),
  )
