import { join } from 'node:path'
import type { Findings } from './findings.ts'
import type { PartFolder } from './module.ts'
import { type ParsedItem, parseItem } from './quiz.ts'
import { readSource } from './read-source.ts'
import type { ExamPage, Module, Pretest, Test } from './types.ts'
import { type Fields, parseYaml } from './yaml-fields.ts'

/** What the two exams need beside their row in course.yaml. */
export interface ExamPlace {
  modules: Module[]
  folderOf(id: string): PartFolder
  findings: Findings
}

/**
 * The pre-test: `fortest: {id, titel, minuter, krav}` in course.yaml, its cases in fall.yaml of its folder. Like the final test it
 * belongs to a whole course: undefined, and its files unread, while a module is not written.
 */
export function parsePretest(fields: Fields, { modules, folderOf, findings }: ExamPlace): Pretest | undefined {
  const head = parseHead(fields)
  const required = fields.references('krav', 'module')
  fields.close()
  if (!isWhole(modules)) return undefined
  const items = readItems(folderOf(head.id), { name: 'fall.yaml', key: 'fortest' }, findings)
  return { ...head, pages: [examPage('pretest', head, items)], required }
}

/**
 * The final test: `prov: {id, titel, minuter, godkant, krav, tillstand}` in course.yaml; in its folder a file for each module
 * and fall.yaml with the cases.
 */
export function parseTest(fields: Fields, { modules, folderOf, findings }: ExamPlace): Test | undefined {
  const head = parseHead(fields)
  const passMark = fields.number('godkant', { min: 0.01, max: 1 })
  const essential = fields.references('krav', 'module')
  const permits = fields.references('tillstand', 'module')
  fields.close()
  if (!isWhole(modules)) return undefined
  const folder = folderOf(head.id)
  const pools = modules.map(({ id }) => {
    const items = readItems(folder, { name: `${id.toLowerCase()}.yaml`, key: 'prov' }, findings)
    return items.map((item) => ({ ...item, facts: { ...item.facts, module: id } }))
  })
  const items = [...pools.flat(), ...readItems(folder, { name: 'fall.yaml', key: 'fallfragor' }, findings)]
  const pool = items.map(({ facts }) => facts)
  return { ...head, pages: [examPage('test', head, items)], passMark, essential, permits, pool }
}

const isWhole = (modules: Module[]) => modules.every(({ written }) => written)

const parseHead = (fields: Fields) => ({
  id: fields.id('id', 'module'),
  title: fields.text('titel'),
  minutes: fields.integer('minuter', { min: 1, max: 600 }),
})

const examPage = (
  kind: ExamPage['kind'],
  { id, title }: { id: string; title: string },
  items: ParsedItem[],
): ExamPage => ({
  kind,
  id: `${id}-${kind === 'test' ? 'uppgifter' : 'fall'}`,
  title,
  revision: 1,
  questions: items.map(({ question }) => question),
})

function readItems(folder: PartFolder, list: { name: string; key: string }, findings: Findings): ParsedItem[] {
  const file = join(folder.path, list.name)
  if (!folder.files.includes(list.name)) {
    findings.error({ file, line: 1 }, `${list.name} finns inte. Skriv den.`)
    return []
  }
  const fields = parseYaml(readSource(file), { file, findings })
  const items = fields?.list(list.key).flatMap((item) => parseItem(item, findings)) ?? []
  fields?.close()
  return items
}
