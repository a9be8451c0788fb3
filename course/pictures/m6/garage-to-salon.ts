import { hairdresser } from '../cast.ts'
import { panel } from '../panel.ts'
import { person } from '../person.ts'
import { at, circle, drawing, type Point, rect, shade, shape } from '../svg.ts'

const floor = 220

const car = (place: Point) =>
  at(
    place,
    shape('M28 -84H112L128 -50H12Z', 'falu') +
      shape('M36 -76H104L114 -52H26Z', 'glass') +
      rect([0, -52, 140, 38], 'falu', { rx: 8 }) +
      circle([20, -36], 8, 'light') +
      circle([120, -36], 8, 'light') +
      rect([46, -32, 48, 12], 'white') +
      rect([12, -16, 24, 18], 'line', { rx: 4 }) +
      rect([104, -16, 24, 18], 'line', { rx: 4 }),
  )

const tools = rect([214, 70, 72, 6], 'ochre') + rect([222, 48, 18, 22], 'lake') + rect([250, 40, 24, 30], 'falu')

const mirror =
  rect([30, 60, 74, 104], 'ochre', { rx: 6 }) +
  rect([36, 66, 62, 92], 'glass', { rx: 4 }) +
  shade('M44 140L84 76H94L54 140Z', 0.1)

const chair =
  rect([118, 138, 16, 62], 'falu', { rx: 6 }) +
  rect([118, 190, 70, 18], 'falu', { rx: 6 }) +
  rect([148, 208, 8, 22], 'roof') +
  rect([130, 230, 44, 6], 'roof', { rx: 3 })

const half = (title: string, content: string) => panel({ title, width: 316, height: 280, floor }, content)

/** Samma rum är i dag ett garage med en bil och blir sedan en salong med stol och spegel. */
export const garageToSalon = () =>
  drawing(
    [0, 0, 640, 280],
    half('I dag: garage', tools + car([62, 254])) +
      rect([316, 0, 8, 280], 'paper') +
      at(
        [324, 0],
        half(
          'Sedan: salong',
          mirror +
            chair +
            person(hairdresser, { at: [244, 262], scale: 1.35, facing: 'left', pose: 'reach', mood: 'glad' }),
        ),
      ),
  )
