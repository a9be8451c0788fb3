import { activities } from '../../course/vocabulary.ts'
import type { Activity, LanguageMap } from '../xapi/types.ts'

/** The Swedish text of a language map, or else the first one there is. */
export function textOf(map: LanguageMap | undefined): string | undefined {
  if (map === undefined) return undefined
  const languages = Object.keys(map)
  const language = languages.find((tag) => /^sv\b/i.test(tag)) ?? languages[0]
  const text = language === undefined ? undefined : map[language]
  return text?.trim() || undefined
}

/** What a person can read of an IRI: the last part of its path, `#fragment` included. */
export function lastPart(iri: string): string {
  const part = iri.split(/[/#:]/).findLast((piece) => piece !== '') ?? iri
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What an activity is called: an interaction by its question, anything else by its name, at worst the end of its id. */
export function activityName(activity: Activity): string {
  const { definition } = activity
  const question = definition?.interactionType === undefined ? undefined : textOf(definition.description)
  return question ?? textOf(definition?.name) ?? textOf(definition?.description) ?? lastPart(activity.id)
}

/** `1. Många dörrar in`, `M1` where nothing has told the module's name. */
export function moduleLabel(id: string, name?: string): string {
  const number = /^M(\d+)$/.exec(id)?.[1]
  if (name === undefined) return id
  return number === undefined ? name : `${number}. ${name}`
}

/** `modul 1, Många dörrar in`: the label inside a sentence. */
export function moduleInSentence(label: string): string {
  return `modul ${label.replace('. ', ', ')}`
}

/** The id of one of the course's own modules, `M1`, or undefined. */
export function moduleId(activity: Activity): string | undefined {
  const base = activities.module('')
  return activity.id.startsWith(base) ? activity.id.slice(base.length) : undefined
}

/** `12 sekunder`, `1 minut`, `2 timmar 5 minuter`: rounded to what is worth saying. */
export function durationText(seconds: number): string {
  if (seconds < 59.5) return counted(Math.max(1, Math.round(seconds)), 'sekund', 'sekunder')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return counted(minutes, 'minut', 'minuter')
  const hours = counted(Math.floor(minutes / 60), 'timme', 'timmar')
  return minutes % 60 === 0 ? hours : `${hours} ${counted(minutes % 60, 'minut', 'minuter')}`
}

const grouped = new Intl.NumberFormat('sv-SE')

/** `1 284`, with the space that does not break. */
export function numberText(value: number): string {
  return grouped.format(value)
}

/** `1 händelse`, `1 284 händelser` */
export function counted(count: number, one: string, many: string): string {
  return `${numberText(count)} ${count === 1 ? one : many}`
}

/** `58 procent` */
export function percentText(share: number): string {
  return `${Math.round(share * 100)} procent`
}

/** `58 %` with a space that does not break; `–` where there is no share. */
export function percentCell(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.round(share * 100)}\u00a0%`
}

/** Cut between words, at most `length` characters with the ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`
}
