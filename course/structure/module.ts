import { join } from 'node:path'
import { fillDates, parseDates } from './case-dates.ts'
import { parseDocument } from './document.ts'
import { parseCase, parseCaseResult } from './final-case.ts'
import type { Findings, Place } from './findings.ts'
import { parsePage } from './page.ts'
import { parseQuiz } from './quiz.ts'
import { readSource } from './read-source.ts'
import { parseScenario } from './scenario.ts'
import type { Module, Page, Part } from './types.ts'
import { type Fields, type Placed, parseYaml } from './yaml-fields.ts'

/** What course.yaml says of a module, with its place there. */
export interface ModuleHead {
  module: Module
  place: Place
}

/** One row of course.yaml's `moduler`. The pages come from the module's own folder. */
export function parseModuleHead(fields: Fields): ModuleHead {
  const module: Module = {
    id: fields.id('id', 'module'),
    number: fields.integer('nummer', { min: 1, max: 99 }),
    title: fields.text('titel'),
    minutes: fields.integer('minuter', { min: 1, max: 600 }),
    written: fields.flag('skriven') === true,
    objectives: [],
    pages: [],
  }
  fields.close()
  return { module, place: fields.place() }
}

/** Where a part's pages lie: its folder, and the names of the files in it. */
export interface PartFolder {
  path: string
  files: string[]
}

/** Reads the folder of a written module: module.yaml and the pages that it names, in its order. */
export function parseModule(head: ModuleHead, folder: PartFolder, findings: Findings): Module {
  const file = join(folder.path, 'module.yaml')
  if (!folder.files.includes('module.yaml')) {
    findings.error(head.place, `${file} finns inte. Skriv den, eller sätt skriven: false på ${head.module.id}.`)
    return head.module
  }
  const fields = parseYaml(readSource(file), { file, findings })
  if (!fields) return head.module
  compareHeads(fields, head.module)
  const objectives = fields.list('mal').map((objective) => {
    const read = { id: objective.id('id', 'objective'), text: objective.text('text') }
    objective.close()
    return read
  })
  return { ...head.module, objectives, pages: parsePages(fields, { id: head.module.id, folder, findings }) }
}

/**
 * A part beside the modules: `slutfall: {id, titel, minuter}` in course.yaml, and a folder of its own with del.yaml, which
 * names its pages (`sidor`) and may name days (`datum`).
 */
export function parsePart(fields: Fields, folderOf: (id: string) => PartFolder, findings: Findings): Part {
  const part: Part = {
    id: fields.id('id', 'module'),
    title: fields.text('titel'),
    minutes: fields.integer('minuter', { min: 1, max: 600 }),
    pages: [],
  }
  fields.close()
  const folder = folderOf(part.id)
  const file = join(folder.path, 'del.yaml')
  if (!folder.files.includes('del.yaml')) {
    findings.error(fields.place(), `${file} finns inte. Skriv den, eller ta bort ${part.id} här.`)
    return part
  }
  const own = parseYaml(readSource(file), { file, findings })
  if (!own) return part
  const dates = own.has('datum') ? parseDates(own.list('datum')) : new Map<string, string>()
  return { ...part, pages: parsePages(own, { id: part.id, folder, findings, dates }) }
}

/** What reading a part's pages takes: the part's id, which theirs begin with, and where its files lie. */
interface PagesPlace {
  id: string
  folder: PartFolder
  findings: Findings
  /** Days by name, which the pages' texts may hold in braces. */
  dates?: Map<string, string>
}

/** The pages that `sidor` names, in its order. */
function parsePages(fields: Fields, place: PagesPlace): Page[] {
  const named = fields.texts('sidor')
  fields.close()
  noteForgotten(place.folder, named, place.findings)
  return named.flatMap((page) => parseNamed(page, place))
}

/** The module's number, title and minutes stand in course.yaml too, where the cover is made: they agree. */
function compareHeads(fields: Fields, module: Module): void {
  const told = {
    id: fields.text('id'),
    nummer: fields.integer('nummer', { min: 1, max: 99 }),
    titel: fields.text('titel'),
    minuter: fields.integer('minuter', { min: 1, max: 600 }),
  }
  const expected = { id: module.id, nummer: module.number, titel: module.title, minuter: module.minutes }
  for (const key of ['id', 'nummer', 'titel', 'minuter'] as const)
    if (told[key] !== expected[key])
      fields.error(key, `”${key}” är ”${told[key]}” här men ”${expected[key]}” i course.yaml. Skriv samma på båda.`)
}

function parseNamed({ value, place }: Placed<string>, { id, folder, findings, dates }: PagesPlace): Page[] {
  const name = [`${value}.md`, `${value}.yaml`].find((candidate) => folder.files.includes(candidate))
  if (!name) {
    findings.error(place, `Sidan ”${value}” finns inte. Skriv ${join(folder.path, value)}.md, eller ta bort raden.`)
    return []
  }
  const file = join(folder.path, name)
  const text = dates ? fillDates(readSource(file), dates, { file, findings }) : readSource(file)
  const prefix = `${id}-`
  const page = name.endsWith('.md')
    ? parsePage(text, file, findings)
    : parseInteractive(text, { file, id: `${prefix}${value}`, findings })
  if (page && page.id !== '' && !page.id.startsWith(prefix))
    findings.error(
      { file, line: 2 },
      `Sidans id ska börja med ${prefix}, så att det inte krockar med något annat. Ändra ”${page.id}”.`,
    )
  return page ? [page] : []
}

/** A scenario, a quiz or a case with documents: whichever keys the file has. */
function parseInteractive(
  text: string,
  { file, id, findings }: { file: string; id: string; findings: Findings },
): Page | undefined {
  const fields = parseYaml(text, { file, findings })
  if (!fields) return undefined
  if (fields.has('quiz')) return parseQuiz(fields, id, findings)
  if (fields.has('noder')) return parseScenario(fields, id, findings)
  if (fields.has('skarmar')) return parseCase(fields, id, findings)
  if (fields.has('rader')) return parseCaseResult(fields, id, findings)
  if (fields.has('markera')) return parseDocument(fields, id, findings)
  findings.error(
    { file, line: 1 },
    'Filen har varken noder (ett scenario), quiz (frågor) eller markera (dokument). Lägg till en av dem.',
  )
  return undefined
}

function noteForgotten(folder: PartFolder, named: Placed<string>[], findings: Findings): void {
  const known = new Set(['module', 'del', ...named.map(({ value }) => value)])
  for (const file of folder.files)
    if (/\.(md|yaml)$/.test(file) && !known.has(file.replace(/\.(md|yaml)$/, '')))
      findings.warning(
        { file: join(folder.path, file), line: 1 },
        `Ingen ser sidan: den står inte i sidor i ${folder.files.includes('del.yaml') ? 'del.yaml' : 'module.yaml'}. Lägg till den där, eller ta bort filen.`,
      )
}
