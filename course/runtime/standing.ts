import type { CourseData, ModuleData, PartData } from './course-data.ts'
import type { CourseEvent } from './events.ts'
import type { Place } from './progress.ts'
import type { Verdict } from './verdict.ts'

/** Where a module goes on: the page last looked at, or its first one. */
export function resumePage(module: ModuleData, events: readonly CourseEvent[]): string | undefined {
  let last: string | undefined
  for (const event of events)
    if (event.kind === 'page-seen' && event.module === module.id && module.pages.some(({ id }) => id === event.page))
      last = event.page
  return last ?? module.pages[0]?.id
}

/** The module to go on with: the one the learner is in, else the first that is not done, else none. */
export function currentModule(data: CourseData, { modules }: Verdict, place: Place): ModuleData | undefined {
  const open = data.modules.filter(({ id, written }) => written && !modules[id]?.completed)
  return open.find(({ pages }) => pages.some(({ id }) => id === place.page)) ?? open[0]
}

/** What is left of the course when every module is done: the final case. */
export function nextPart({ modules, finalCase }: CourseData, verdict: Verdict): PartData | undefined {
  if (modules.some(({ id, written }) => written && !verdict.modules[id]?.completed)) return undefined
  return finalCase && !verdict.modules[finalCase.id]?.completed ? finalCase : undefined
}

/** `Klar`, `Påbörjad, sida 4 av 7`, `Inte påbörjad, 11 minuter`, `Kommer senare`. */
export function moduleStatus(module: ModuleData, verdict: Verdict, events: readonly CourseEvent[]): string {
  const standing = verdict.modules[module.id]
  if (!module.written) return 'Kommer senare'
  if (standing?.completed) return 'Klar'
  if (!standing?.started) return `Inte påbörjad, ${module.minutes} minuter`
  return `Påbörjad, sida ${pageNumber(module, resumePage(module, events))} av ${module.pages.length}`
}

const pageNumber = (module: ModuleData, page: string | undefined) => module.pages.findIndex(({ id }) => id === page) + 1

/** The cover's sentences: how many doors are open, where the learner is, about how long is left. */
export function standingInWords(
  data: CourseData,
  { verdict, events, place }: { verdict: Verdict; events: readonly CourseEvent[]; place: Place },
): { doors: string; rest: string } {
  const total = data.modules.length
  const open = data.modules.filter(({ id }) => verdict.modules[id]?.completed).length
  const doors = `${open} av ${total} dörrar är ${open === 1 ? 'öppen' : 'öppna'}.`
  const module = currentModule(data, verdict, place)
  if (!module)
    return {
      doors,
      rest: data.modules.every(({ written }) => written) ? 'Kursen är klar.' : 'Fler moduler kommer senare.',
    }
  const left = `Ungefär ${inWords(minutesLeft(data, verdict, events))} återstår.`
  if (!verdict.modules[module.id]?.started) return { doors, rest: left }
  const page = pageNumber(module, place.page) || pageNumber(module, resumePage(module, events))
  const number = data.modules.indexOf(module) + 1
  return { doors, rest: `Du är på sida ${page} av ${module.pages.length} i modul ${number}. ${left}` }
}

/** Of every written module not done, the share of its minutes that its unseen pages have; at least one. */
function minutesLeft(data: CourseData, { modules }: Verdict, events: readonly CourseEvent[]): number {
  const seen = new Set(events.flatMap((event) => (event.kind === 'page-seen' ? [event.page] : [])))
  const open = data.modules.filter(({ id, written }) => written && !modules[id]?.completed)
  const minutes = open.map(({ pages, minutes }) => {
    const unseen = pages.filter(({ id }) => !seen.has(id)).length
    return (minutes * Math.max(unseen, 1)) / pages.length
  })
  return Math.max(1, Math.round(minutes.reduce((sum, each) => sum + each, 0)))
}

/** `8 minuter`, `1 timme och 20 minuter`; from a quarter on in fives. */
function inWords(minutes: number): string {
  const rounded = minutes < 15 ? minutes : Math.round(minutes / 5) * 5
  const hours = Math.floor(rounded / 60)
  const rest = rounded % 60
  const parts = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'timme' : 'timmar'}`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'minut' : 'minuter'}`] : []),
  ]
  return parts.join(' och ')
}
