import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLError,
  type YAMLMap,
  type YAMLWarning,
} from 'yaml'
import type { Findings, Place, SymbolKind } from './findings.ts'

/** A value that still knows where it was written. */
export interface Placed<T> {
  value: T
  place: Place
}

/** The least and the greatest a number may be. */
interface Limits {
  min: number
  max: number
}

interface Source {
  file: string
  findings: Findings
  /** The line of a byte offset, counted in the whole file. */
  lineAt: (offset: number) => number
}

/**
 * Reads YAML whose top is a map. What the YAML itself has wrong, a key written twice included, becomes an issue at its line.
 * `firstLine` is the file's line that the text begins on: 1, or 2 for front matter.
 */
export function parseYaml(
  text: string,
  at: { file: string; firstLine?: number; findings: Findings },
): Fields | undefined {
  const { file, findings, firstLine = 1 } = at
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const source = { file, findings, lineAt: (offset: number) => lines.linePos(offset).line + firstLine - 1 }
  const tell = ({ code, message, pos }: YAMLError | YAMLWarning) =>
    findings.error({ file, line: source.lineAt(pos[0]) }, faultSentence(code, message))
  const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY')
  if (broken) {
    tell(broken)
    findings.unread = true
    return undefined
  }
  for (const fault of [...document.errors, ...document.warnings]) tell(fault)
  if (isMap(document.contents)) return new Fields(document.contents as YAMLMap<ParsedNode, ParsedNode | null>, source)
  if (document.errors.length === 0)
    findings.error({ file, line: firstLine }, 'Här ska stå nycklar och värden, till exempel titel: "Gränsen".')
  return undefined
}

const faults: Record<string, string> = {
  DUPLICATE_KEY: 'Nyckeln står två gånger. Ta bort den ena.',
  TAB_AS_INDENT: 'YAML går inte att läsa: raden börjar med tabb. Använd mellanslag.',
  BAD_INDENT: 'YAML går inte att läsa: indraget stämmer inte med raderna ovanför. Flytta raden i sidled.',
}

function faultSentence(code: string, message: string): string {
  return (
    faults[code] ?? `YAML går inte att läsa: ${message}. Rätta raden, ofta saknas ett citattecken eller ett indrag.`
  )
}

const spelled: Record<string, string> = {
  string: 'text',
  number: 'ett tal',
  boolean: 'true eller false',
  map: 'nycklar med värden',
  list: 'en lista',
}

/**
 * One map of the YAML, read key by key. Every method that meets something else than it wants notes an issue and answers with
 * an empty value, so that reading goes on. `close()` notes the keys that nothing asked for.
 */
export class Fields {
  readonly #map: YAMLMap<ParsedNode, ParsedNode | null>
  readonly #source: Source
  readonly #asked = new Set<string>()

  constructor(map: YAMLMap<ParsedNode, ParsedNode | null>, source: Source) {
    this.#map = map
    this.#source = source
  }

  /** Where a key is written, or where the map begins. */
  place(key?: string): Place {
    const node = this.#pair(key)?.key ?? this.#map
    return this.#placeOf(node)
  }

  has(key: string): boolean {
    this.#asked.add(key)
    return this.#pair(key) !== undefined
  }

  text(key: string): string {
    const text = this.spoken(key)
    this.#source.findings.prose.push({ text, ...this.place(key) })
    return text
  }

  /** A text that people in the course say: the course's own way of writing does not bind them. */
  spoken(key: string): string {
    const node = this.#want(key, `${key}: "…"`)
    return node ? this.#textOf(node, key) : ''
  }

  optionalText(key: string): string | undefined {
    return this.has(key) ? this.text(key) : undefined
  }

  /** True or false; undefined, and noted, where it is neither. */
  flag(key: string): boolean | undefined {
    const value = this.#scalar(key, `${key}: true`)
    if (value === undefined || typeof value === 'boolean') return value
    this.#wrongType(this.#pair(key)?.value, `”${key}” ska vara true eller false, utan citattecken`)
    return undefined
  }

  /** A whole number within the limits, both included. */
  integer(key: string, limits: Limits): number {
    return this.#number(key, limits, { example: limits.min, wanted: 'ett heltal', fits: Number.isInteger })
  }

  /** A number within the limits, both included, with three decimals at most. */
  number(key: string, limits: Limits): number {
    const fits = (value: number) => Number.isFinite(value) && Number(value.toFixed(3)) === value
    const wanted = 'ett tal med siffror och decimalpunkt, högst tre decimaler'
    return this.#number(key, limits, { example: Math.max(limits.min, 0), wanted, fits })
  }

  /** One of the words; an unknown one is noted with the words that are known. */
  oneOf<T extends string>(key: string, words: readonly T[]): T | undefined {
    const value = this.text(key)
    const word = words.find((w) => w === value)
    if (value !== '' && word === undefined)
      this.error(key, `”${key}: ${value}” finns inte. Välj något av: ${words.join(', ')}.`)
    return word
  }

  /** `2026-11-24` */
  date(key: string): string {
    return this.#spelled(key, { pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, example: '2026-11-24' })
  }

  /** `2026-11` */
  month(key: string): string {
    return this.#spelled(key, { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2026-11' })
  }

  /** `1.4.0` */
  version(key: string): string {
    return this.#spelled(key, { pattern: /^\d+\.\d+\.\d+$/, example: '1.4.0' })
  }

  /** A new id: noted as a definition, ASCII letters, digits, points and hyphens, a letter first. */
  id(key: string, kind: SymbolKind): string {
    const id = this.text(key)
    if (id === '') return ''
    if (!/^[A-Za-z][A-Za-z0-9.-]*$/.test(id))
      this.error(key, `Id:t ”${id}” får bara ha a–z, A–Z, siffror, punkt och bindestreck och börjar med en bokstav.`)
    this.#source.findings.define(kind, id, this.place(key))
    return id
  }

  /** Texts in a list, each with its place. */
  texts(key: string): Placed<string>[] {
    return this.#items(key, `${key}: [...]`).flatMap((node) => {
      const value = this.#textOf(node, key)
      return value === '' ? [] : [{ value, place: this.#placeOf(node) }]
    })
  }

  /** Ids in a list that name something elsewhere. */
  references(key: string, kind: SymbolKind): string[] {
    const named = this.texts(key)
    for (const { value, place } of named) this.#source.findings.refer(kind, value, place)
    return named.map(({ value }) => value)
  }

  /** One id that names something elsewhere. */
  reference(key: string, kind: SymbolKind): string {
    const id = this.text(key)
    this.#source.findings.refer(kind, id, this.place(key))
    return id
  }

  list(key: string): Fields[] {
    return this.#items(key, `${key}: en lista med minst en rad`).flatMap((node) => {
      if (isMap(node)) return [new Fields(node as YAMLMap<ParsedNode, ParsedNode | null>, this.#source)]
      this.#wrongType(node, `Raden i ”${key}” ska ha nycklar och värden`)
      return []
    })
  }

  map(key: string): Fields | undefined {
    const node = this.#want(key, key)
    if (isMap(node)) return new Fields(node as YAMLMap<ParsedNode, ParsedNode | null>, this.#source)
    if (node) this.#wrongType(node, `”${key}” ska ha nycklar och värden`)
    return undefined
  }

  /** Notes every key that was not asked for, with those that were. */
  close(): void {
    for (const { key } of this.#map.items) {
      const name = isScalar(key) ? String(key.value) : '?'
      if (!this.#asked.has(name))
        this.#source.findings.error(
          this.#placeOf(key),
          `Okänd nyckel ”${name}”. Ta bort den eller välj en av: ${[...this.#asked].join(', ')}.`,
        )
    }
  }

  error(key: string | undefined, message: string): void {
    this.#source.findings.error(this.place(key), message)
  }

  /** A mistake at a place that a list's text came from. */
  errorAt(place: Place, message: string): void {
    this.#source.findings.error(place, message)
  }

  warning(key: string | undefined, message: string): void {
    this.#source.findings.warning(this.place(key), message)
  }

  #number(
    key: string,
    { min, max }: Limits,
    { example, wanted, fits }: { example: number; wanted: string; fits: (value: number) => boolean },
  ): number {
    const value = this.#scalar(key, `${key}: ${example}`)
    if (value === undefined) return example
    if (typeof value !== 'number' || !fits(value)) {
      this.#wrongType(this.#pair(key)?.value, `”${key}” ska vara ${wanted}, utan citattecken`)
      return example
    }
    if (value < min || value > max) this.error(key, `”${key}” ska vara mellan ${min} och ${max}. Ändra ${value}.`)
    return value
  }

  #spelled(key: string, { pattern, example }: { pattern: RegExp; example: string }): string {
    const value = this.text(key)
    if (value !== '' && !pattern.test(value))
      this.error(key, `”${key}” ska skrivas så här: "${example}". Ändra ”${value}”.`)
    return value
  }

  #pair(key: string | undefined) {
    return this.#map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
  }

  #placeOf(node: Node | null): Place {
    return { file: this.#source.file, line: this.#source.lineAt(node?.range?.[0] ?? 0) }
  }

  /** The key's node; a key that is missing or empty is noted. */
  #want(key: string, example: string): ParsedNode | undefined {
    if (!this.has(key)) {
      this.error(undefined, `”${key}” saknas. Lägg till ${example}.`)
      return undefined
    }
    const node = this.#pair(key)?.value
    if (node && !(isScalar(node) && node.value === null)) return node
    this.error(key, `”${key}” är tom. Skriv ett värde.`)
    return undefined
  }

  #scalar(key: string, example: string): unknown {
    const node = this.#want(key, example)
    if (!node) return undefined
    return isScalar(node) ? node.value : node
  }

  #textOf(node: ParsedNode, key: string): string {
    if (!isScalar(node) || typeof node.value !== 'string') {
      this.#wrongType(node, `”${key}” ska vara text`)
      return ''
    }
    if (node.value.trim() === '') this.#source.findings.error(this.#placeOf(node), `”${key}” är tom. Skriv ett värde.`)
    return node.value.trim()
  }

  #items(key: string, example: string): ParsedNode[] {
    const node = this.#want(key, example)
    if (!node) return []
    if (!isSeq(node)) {
      this.#wrongType(node, `”${key}” ska vara en lista`)
      return []
    }
    if (node.items.length === 0) this.error(key, `”${key}” är tom. Skriv minst en rad.`)
    return node.items as ParsedNode[]
  }

  #wrongType(node: ParsedNode | null | undefined, wanted: string): void {
    const kind = isMap(node) ? 'map' : isSeq(node) ? 'list' : isScalar(node) ? typeof node.value : 'object'
    const place = this.#placeOf(node ?? this.#map)
    this.#source.findings.error(place, `${wanted}, men är ${spelled[kind] ?? 'något annat'}. Ändra värdet.`)
  }
}
