import type { Lrs } from '../lrs.ts'
import type { FactFilter } from '../statements/store.ts'
import { optionResults, questionResults } from './answers.ts'
import { type Chart, optionsChart, questionsChart } from './chart.ts'
import { address, type Chip, chips } from './chips.ts'
import { openDirectory } from './directory.ts'
import { analysedEvent } from './event.ts'
import { type Day, eventList } from './event-list.ts'
import type { Labels } from './labels.ts'
import { type Menus, questionText, readMenus } from './menus.ts'
import { type Place, pageMark, pagesAround, placeQuery } from './paging.ts'
import type { Directory } from './pseudonyms.ts'
import { factFilter, type ParsedSelection, type Selection } from './selection.ts'
import { counted } from './words.ts'

export interface EventsPage {
  /** What the form's fields for typing hold. */
  typed: { text: string; from: string; to: string }
  problems: ParsedSelection['problems']
  hasProblems: boolean
  menus: Menus
  chips: Chip[]
  count: string
  days: Day[]
  /** How many events the page shows. */
  shown: number
  chart?: Chart
  csvHref: string
  hasPages: boolean
  previous?: string
  next?: string
}

export interface EventsRequest {
  municipality: string
  parsed: ParsedSelection
  place: Place
}

const PAGE_LENGTH = 50

/** Reads all that the page of events shows; with a problem in the selection no events, only what to mend. */
export async function readEventsPage(
  sources: { lrs: Lrs; labels: Labels },
  request: EventsRequest,
): Promise<EventsPage> {
  const { municipality, parsed, place } = request
  const { selection, problems } = parsed
  const directory = await openDirectory(sources.lrs, municipality)
  const menus = await readMenus({ ...sources, directory, municipality }, selection)
  const hasProblems = Object.keys(problems).length > 0
  const page = {
    typed: { text: selection.text ?? '', from: selection.from ?? '', to: selection.to ?? '' },
    problems,
    hasProblems,
    menus,
    chips: hasProblems ? [] : chips(selection, menus),
    csvHref: address(selection, '/analys/csv'),
  }
  if (hasProblems) return { ...page, count: '', days: [], shown: 0, hasPages: false }
  return { ...page, ...(await readEvents(sources, { municipality, selection, place, directory })) }
}

async function readEvents(
  { lrs, labels }: { lrs: Lrs; labels: Labels },
  wanted: { municipality: string; selection: Selection; place: Place; directory: Directory },
) {
  const { municipality, selection, place, directory } = wanted
  const filter = factFilter(selection, directory.keyOf)
  const [count, found, chart] = await Promise.all([
    lrs.statements.countFacts(municipality, filter),
    lrs.statements.facts(municipality, filter, { limit: PAGE_LENGTH, after: pageMark(place) }),
    readChart({ lrs, labels }, { municipality, selection, filter }),
  ])
  const events = found.rows.map((row) => analysedEvent(row, directory))
  const around = pagesAround(selection, place, found.next)
  return {
    count: counted(count, 'händelse', 'händelser'),
    days: eventList(events, placeQuery(selection, place)),
    shown: events.length,
    ...(chart && { chart }),
    ...around,
    hasPages: around.previous !== undefined || around.next !== undefined,
  }
}

/** Options when one question is chosen, questions otherwise; nothing where the selection has no answers. */
async function readChart(
  { lrs, labels }: { lrs: Lrs; labels: Labels },
  { municipality, selection, filter }: { municipality: string; selection: Selection; filter: FactFilter },
): Promise<Chart | undefined> {
  const counts = await lrs.statements.countAnswers(municipality, filter)
  const questions = await Promise.all(
    questionResults(counts).map(async (result) => {
      const activity = await labels.question(municipality, result.question)
      const text = questionText(result.question, activity)
      return { ...result, text, activity, href: address({ ...selection, question: result.question }) }
    }),
  )
  const [only] = questions
  if (selection.question === undefined || only === undefined) return questionsChart(questions)
  return optionsChart(only, optionResults(counts, only.activity?.definition))
}
