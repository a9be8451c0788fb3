import type { AnalysedEvent } from './event.ts'
import { type Outcome, outcome } from './outcome.ts'
import { type Part, plainText, sentence } from './sentence.ts'
import { clock, dayHeading, swedishDay } from './swedish-time.ts'

/** The events of one day in Sweden, newest first. */
export interface Day {
  heading: string
  events: ListedEvent[]
}

export interface ListedEvent {
  instant: string
  clock: string
  parts: Part[]
  /** The sentence as one text: what the link to the raw data is about. */
  text: string
  outcome?: Outcome & { icon: string }
  rawHref: string
}

const icons: Record<Outcome['mark'], string> = { right: 'check', wrong: 'cross', part: 'part' }

/** Events as sentences by day; `query` goes with the links to the raw data, so that they lead back. */
export function eventList(events: AnalysedEvent[], query: string): Day[] {
  const byDay = Map.groupBy(events, ({ row }) => swedishDay(row.timestamp))
  return [...byDay].map(([day, own]) => ({
    heading: dayHeading(day),
    events: own.map((event) => listedEvent(event, query)),
  }))
}

function listedEvent({ row, statement }: AnalysedEvent, query: string): ListedEvent {
  const parts = sentence(statement)
  const result = outcome(statement)
  return {
    instant: row.timestamp,
    clock: clock(row.timestamp),
    parts,
    text: plainText(parts),
    ...(result && { outcome: { ...result, icon: icons[result.mark] } }),
    rawHref: `/analys/radata/${row.id}${query === '' ? '' : `?${query}`}`,
  }
}
