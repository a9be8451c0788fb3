import { carpenter, courier } from './cast.ts'
import { type DoorState, switchingDoor } from './door.ts'
import { baseline, doorPlace, type House, house, numberOf, streetDoor } from './house.ts'
import { bench, birch, spruce, streetLamp } from './outdoors.ts'
import { person } from './person.ts'
import { streetLabel } from './street-label.ts'
import { drawing, rect, shape } from './svg.ts'

/** Module id to the state of its door; a module that is not named is closed. */
type DoorStates = Record<string, DoorState>

type Half = 1 | 2

interface Plan {
  hill: string
  spruces: [x: number, top: number][]
  houses: House[]
  before: string
}

const plans: Record<Half, Plan> = {
  1: {
    hill: 'M0 232V150C80 120 170 140 250 160C340 184 420 120 520 118C570 117 600 128 624 140V232Z',
    spruces: [
      [8, 116],
      [298, 68],
      [322, 96],
      [404, 84],
      [424, 60],
      [616, 92],
    ],
    houses: [
      { x: 9, width: 92, height: 104, color: 'falu', roof: 'gable', door: 31 },
      {
        x: 105,
        width: 104,
        height: 158,
        color: 'linen',
        roof: 'flat',
        door: 16,
        upper: [{ x: 11 }, { x: 41, lit: true }, { x: 70, lit: true }],
        lower: { x: 61, lit: true, box: true },
      },
      { x: 209, width: 98, height: 112, color: 'ochre', roof: 'long', door: 54, lower: { x: 10, lit: true } },
      {
        x: 311,
        width: 88,
        height: 150,
        color: 'lake',
        roof: 'stepped',
        door: 29,
        upper: [{ x: 12 }, { x: 52, lit: true }],
      },
      { x: 419, width: 96, height: 104, color: 'linden', roof: 'gable', door: 33 },
      {
        x: 515,
        width: 98,
        height: 150,
        color: 'stone',
        roof: 'mansard',
        door: 54,
        upper: [{ x: 14, lit: true }, { x: 58 }],
        lower: { x: 10, lit: true, box: true },
      },
    ],
    before:
      birch(408, 76) + person(carpenter, { at: [207, 266], scale: 0.52, pose: 'carry', mood: 'glad', holds: 'plank' }),
  },
  2: {
    hill: 'M0 232V140C70 152 130 170 220 150C310 130 380 150 470 170C540 186 600 160 624 150V232Z',
    spruces: [
      [104, 96],
      [120, 78],
      [302, 86],
      [420, 60],
      [602, 84],
      [622, 104],
    ],
    houses: [
      {
        x: 9,
        width: 98,
        height: 148,
        color: 'ochre',
        roof: 'mansard',
        door: 16,
        upper: [{ x: 14, lit: true }, { x: 58 }],
        lower: { x: 56 },
      },
      { x: 111, width: 90, height: 106, color: 'stone', roof: 'gable', door: 30 },
      {
        x: 201,
        width: 98,
        height: 154,
        color: 'falu',
        roof: 'long',
        door: 54,
        upper: [{ x: 14 }, { x: 60, lit: true }],
        lower: { x: 10, lit: true, box: true },
      },
      { x: 303, width: 104, height: 118, color: 'linen', roof: 'long', door: 14, lower: { x: 61 } },
      {
        x: 427,
        width: 88,
        height: 156,
        color: 'linden',
        roof: 'stepped',
        door: 29,
        upper: [{ x: 12 }, { x: 52, lit: true }],
      },
      { x: 519, width: 96, height: 110, color: 'lake', roof: 'gable', door: 33 },
    ],
    before:
      bench(360) +
      streetLamp(417) +
      person(courier, { at: [228, 266], scale: 0.52, facing: 'left', pose: 'carry', mood: 'calm', holds: 'box' }),
  },
}

/** Houses 1 to 6 or 7 to 12 seen from the street, 624×256, with one switchable door each. */
export function halfStreet(half: Half, states: DoorStates = {}): string {
  const { hill, spruces, houses, before } = plans[half]
  const content = [
    shape(hill, 'hill'),
    shape(spruces.map(([x, top]) => spruce(x, top)).join(''), 'spruce'),
    rect([0, baseline, 624, 44], 'ground'),
    rect([0, 258, 624, 18], 'kerb'),
    ...houses.map((plan, i) => withDoor(plan, i + 1 + (half - 1) * 6, states)),
    before,
  ]
  return drawing([0, 20, 624, 256], content.join(''), {
    label: streetLabel(half, states),
    class: 'street',
    'data-half': half,
  })
}

function withDoor(plan: House, number: number, states: DoorStates): string {
  const module = `M${number}`
  const door = switchingDoor(doorPlace(plan), streetDoor, { module, state: states[module] ?? 'closed' })
  return house(plan) + door + numberOf(plan, number)
}
