import { at, d, drawing, element, rect, shape, words } from '../svg.ts'

interface Row {
  name: string
  /** As it is said: `10 veckor`. */
  time: string
  weeks: number
}

interface Group {
  title: string
  rows: Row[]
  bar: (width: number) => string
}

const unitsAWeek = 26
const barHeight = 34
const pitch = 80
const monthInWeeks = 365.25 / 12 / 7

const plain = (width: number) => rect([0, 0, width, barHeight], 'accent')

/** Time to wait: stripes within a border, so that grey and print tell it from the plain bars. */
function striped(width: number): string {
  const stripes = Array.from({ length: Math.ceil((width + barHeight) / 12) }, (_, i) => {
    const x = i * 12
    return d`M${x - barHeight} ${barHeight}L${x} 0h4L${x + 4 - barHeight} ${barHeight}Z`
  })
  return element(
    'svg',
    { width, height: barHeight },
    rect([0, 0, width, barHeight], 'light') +
      shape(stripes.join(''), 'plate-ink') +
      shape(d`M0 0H${width}V${barHeight}H0ZM3 3V${barHeight - 3}H${width - 3}V3Z`, 'plate-ink'),
  )
}

const groups: Group[] = [
  {
    title: 'Beslutstid: kommunen ska hinna klart',
    bar: plain,
    rows: [
      { name: 'Bygglov', time: '10 veckor', weeks: 10 },
      { name: 'Serveringstillstånd', time: '4 månader', weeks: 4 * monthInWeeks },
    ],
  },
  {
    title: 'Väntetid: företaget får inte börja än',
    bar: striped,
    rows: [
      { name: 'Tatueringsstudio', time: '6 veckor', weeks: 6 },
      { name: 'Livsmedel', time: '2 veckor', weeks: 2 },
    ],
  },
]

function row({ name, time, weeks }: Row, bar: Group['bar']): string {
  const width = Math.round(weeks * unitsAWeek)
  return (
    words([0, 23], name, { size: 24, anchor: 'start', color: 'ink', weight: 400 }) +
    at([0, 34], bar(width)) +
    words([width + 14, 59], time, { size: 24, anchor: 'start', color: 'ink' })
  )
}

const heading = 62

function chart({ title, rows, bar }: Group): string {
  return (
    rect([0, 0, 640, 3], 'ink') +
    words([0, 35], title, { size: 26, anchor: 'start', color: 'ink' }) +
    rows.map((each, i) => at([0, heading + i * pitch], row(each, bar))).join('')
  )
}

/** Fristkartan: två beslutstider som kommunen ska hinna och två väntetider innan företaget får börja, i samma skala. */
export const deadlineChart = () => {
  const height = heading + 2 * pitch
  return drawing(
    [0, 0, 640, height * 2 + 8],
    rect([0, 0, 640, height * 2 + 8], 'paper') +
      groups.map((group, i) => at([0, i * (height + 8)], chart(group))).join(''),
  )
}
