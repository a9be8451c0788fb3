import assert from 'node:assert/strict'
import process from 'node:process'
import type { Frame } from 'playwright-core'
import { partsOf } from '../../course/runtime/course-data.ts'
import { type BuiltCourse, buildCourse } from '../../test/support/course-package.ts'
import { everyState, type Stop } from '../../test/support/every-state.ts'
import { accessibility, axe, layoutFaults } from '../../test/support/page-faults.ts'
import { startLms } from '../../test/support/scorm12/lms.ts'
import { sitDown } from '../../test/support/sitting.ts'
import { type Proof, progress } from './proof.ts'

/** How the course is looked at. 320 px is what 1280 px become at 400 % zoom (WCAG 2.2 1.4.10). */
const modes = {
  'light, 1280 px': { width: 1280, height: 800, colorScheme: 'light' },
  'dark, 1280 px': { width: 1280, height: 800, colorScheme: 'dark' },
  'light, 320 px': { width: 320, height: 640, colorScheme: 'light' },
} as const

type Mode = keyof typeof modes

/** What axe cannot decide by itself, by rule and reason, and how it was decided. What is not here is a fault. */
const judged: Record<string, string> = {
  'color-contrast bgGradient':
    'the words on the cover’s sky; ink-soft has 5.7:1 and 7.1:1 at its darkest and 6.4:1 and 5.3:1 below.',
  'color-contrast bgOverlap':
    'the house’s number on its plate in the street: #14262b on #ffffff, 15.7:1 (dark #cfd8d6, 10.7:1).',
  'color-contrast shortTextContent': 'the house’s number, one figure: the same plate.',
}

interface Seen {
  pages: Set<string>
  states: number
  elements: number
  undecided: Map<string, number>
  faults: string[]
}

export const pages: Proof = {
  title: 'every page in every state',
  async run() {
    const course = await buildCourse()
    const rows: string[] = []
    const all: Seen[] = []
    try {
      for (const mode of Object.keys(modes) as Mode[]) {
        const seen = await lookThrough(course, mode)
        all.push(seen)
        rows.push(row(mode, seen))
      }
    } finally {
      progress('')
      course.remove()
    }
    const faults = all.flatMap(({ faults }) => faults)
    for (const fault of faults) console.error(fault)
    assert(faults.length === 0, `${faults.length} faults, first ${faults[0]}`)
    return [...head, ...rows, '', 'Left to judge by axe, and judged:', '', ...judgements(all)]
  },
}

/** Takes a new learner through the course in one mode. */
async function lookThrough({ scorm12, data }: BuiltCourse, mode: Mode): Promise<Seen> {
  const { width, height, colorScheme } = modes[mode]
  const lms = await startLms(scorm12)
  const { browser, page, learner } = await sitDown(process.env.CHROME_PATH ?? '', lms.url)
  const seen: Seen = { pages: new Set(), states: 0, elements: 0, undecided: new Map(), faults: [] }
  try {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await learner.frame.evaluate(axe)
    const stop = async (stop: Stop) => {
      progress(`pages: ${mode}, ${seen.states} states, ${stop.page} ${stop.state}`)
      await look(learner.frame, `${mode}, ${stop.page} ${stop.state}`, seen)
      seen.pages.add(stop.page)
    }
    await everyState({ frame: learner.frame, data, stop })
  } finally {
    await browser.close()
    await lms.stop()
  }
  const missed = partsOf(data).flatMap(({ pages }) => pages.filter(({ id }) => !seen.pages.has(id)))
  assert.deepEqual(missed, [], 'pages not seen')
  return seen
}

async function look(frame: Frame, where: string, seen: Seen) {
  const { faults, undecided, elements } = await accessibility(frame)
  seen.states++
  seen.elements += elements
  for (const fault of [...faults, ...(await layoutFaults(frame))]) seen.faults.push(`${where}: ${fault}`)
  for (const [reason, nodes] of Object.entries(undecided)) {
    seen.undecided.set(reason, (seen.undecided.get(reason) ?? 0) + nodes.length)
    if (!judged[reason]) seen.faults.push(`${where}: undecided ${reason}: ${nodes.join(' | ')}`)
  }
}

const head = [
  'axe-core with every rule on and nothing excluded found no fault; nothing scrolls sideways, no target is under 44 px, no text under 15 px.',
  '',
  '| how | pages | states | elements looked at | faults | left to judge |',
  '|---|--:|--:|--:|--:|--:|',
]

function row(mode: Mode, { pages, states, elements, faults, undecided }: Seen): string {
  const left = [...undecided.values()].reduce((sum, count) => sum + count, 0)
  return `| ${[mode, pages.size, states, elements, faults.length, left].join(' | ')} |`
}

function judgements(all: Seen[]): string[] {
  const reasons = new Set(all.flatMap(({ undecided }) => [...undecided.keys()]))
  return [...reasons].map((reason) => {
    const times = all.reduce((sum, { undecided }) => sum + (undecided.get(reason) ?? 0), 0)
    return `- ${reason}, ${times} times: ${judged[reason]}`
  })
}
