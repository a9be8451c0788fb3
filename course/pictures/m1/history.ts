import { buildingOfficer, chiefExecutive, councillor, landOfficer } from '../cast.ts'
import { door, plate } from '../door.ts'
import { doorPlace, type House, house, streetDoor } from '../house.ts'
import { birch, spruce } from '../outdoors.ts'
import { person } from '../person.ts'
import { drawing, group, rect, shape } from '../svg.ts'

const houses: House[] = [
  { x: 72, width: 92, height: 104, color: 'falu', roof: 'gable', door: 31 },
  { x: 206, width: 98, height: 118, color: 'ochre', roof: 'long', door: 54, lower: { x: 10, lit: true, box: true } },
  {
    x: 352,
    width: 104,
    height: 150,
    color: 'linen',
    roof: 'flat',
    door: 20,
    upper: [{ x: 11 }, { x: 41, lit: true }, { x: 70 }],
    lower: { x: 62, lit: true, box: true },
  },
]
const years = ['2005', '2010', '2011']

/** Units of the picture per unit of the street. */
const scale = 1.2
const street = `translate(0 -24) scale(${scale})`

/** Idén öppnade en dörr 2005, och 2010 och 2011 öppnades fler. */
export const history = () =>
  drawing(
    [0, 0, 640, 300],
    [
      rect([0, 0, 640, 256], 'sky'),
      shape('M0 256V176C80 140 190 160 300 176C420 194 520 130 640 158V256Z', 'hill'),
      group(
        shape(
          [
            [22, 108],
            [44, 128],
            [186, 96],
            [334, 100],
            [478, 88],
            [502, 112],
          ]
            .map(([x = 0, top = 0]) => spruce(x, top))
            .join(''),
          'spruce',
        ),
        { transform: street },
      ),
      rect([0, 254, 640, 46], 'ground'),
      rect([0, 284, 640, 16], 'kerb'),
      group(houses.map((plan) => house(plan) + door(doorPlace(plan), streetDoor, 'open')).join(''), {
        transform: street,
      }),
      ...houses.map((plan, i) => plate([Math.round((plan.x + plan.door + 15) * scale), 134], years[i] ?? '')),
      group(birch(328, 90), { transform: street }),
      person(chiefExecutive, { at: [46, 280], scale: 0.84, pose: 'point', mood: 'talking' }),
      person(landOfficer, { at: [222, 280], scale: 0.84, mood: 'glad', holds: 'case' }),
      person(councillor, { at: [572, 280], scale: 0.84, facing: 'left', mood: 'glad', pose: 'hand-up' }),
      person(buildingOfficer, { at: [612, 282], scale: 0.84, facing: 'left' }),
    ].join(''),
  )
