import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseDoorTool } from './door-questions.ts'
import { parseDoors } from './doors.ts'
import { parsePretest, parseTest } from './exam.ts'
import { Findings } from './findings.ts'
import { parseGlossary } from './glossary.ts'
import { type PartFolder, parseModule, parseModuleHead, parsePart } from './module.ts'
import { readSource } from './read-source.ts'
import { parseSources } from './sources.ts'
import { parseTools } from './tool.ts'
import type { Course } from './types.ts'
import { type Fields, parseYaml } from './yaml-fields.ts'

export interface ParsedCourse {
  /** Whole when `findings` has no error; otherwise with empty values where something could not be read. */
  course: Course
  findings: Findings
}

/**
 * Reads a content folder (course/content/sv): course.yaml, sources.yaml, doors.yaml, and a folder per written module and other part. Never throws for
 * what an author wrote: every mistake is a finding with file and line, and reading goes on. `validateCourse` completes it.
 */
export function parseCourse(folder: string): ParsedCourse {
  const findings = new Findings()
  const sources = parseSources(read(folder, 'sources.yaml', findings), join(folder, 'sources.yaml'), findings)
  const file = join(folder, 'course.yaml')
  const fields = parseYaml(read(folder, 'course.yaml', findings), { file, findings })
  const folderOf = (id: string) => partFolder(folder, id)
  const optional = <T>(key: string, parse: (head: Fields) => T): T | undefined => {
    const head = fields?.has(key) ? fields.map(key) : undefined
    return head && parse(head)
  }
  const doors = parseDoors(read(folder, 'doors.yaml', findings), join(folder, 'doors.yaml'), findings)
  const glossaryFile = fields?.optionalText('ordlista')
  const doorFile = fields?.optionalText('dorrverktyg')
  const heads = fields?.list('moduler').map(parseModuleHead) ?? []
  const modules = heads.map((head) =>
    head.module.written ? parseModule(head, folderOf(head.module.id), findings) : head.module,
  )
  const exam = { modules, folderOf, findings }
  const course: Course = {
    id: fields?.id('id', 'course') ?? '',
    title: fields?.text('titel') ?? '',
    version: fields?.version('version') ?? '',
    lawDate: fields?.month('rattslage') ?? '',
    language: 'sv',
    contact: fields?.text('kontakt') ?? '',
    licence: fields?.text('licens') ?? '',
    modules,
    pretest: optional('fortest', (head) => parsePretest(head, exam)),
    finalCase: optional('slutfall', (head) => parsePart(head, folderOf, findings)),
    doorTool: doorFile
      ? parseDoorTool(read(folder, doorFile, findings), join(folder, doorFile), { doors, findings })
      : undefined,
    test: optional('prov', (head) => parseTest(head, exam)),
    doors,
    sources,
    glossary: glossaryFile
      ? parseGlossary(read(folder, glossaryFile, findings), join(folder, glossaryFile), findings)
      : [],
    tools: fields?.has('verktyg') ? parseTools(fields.texts('verktyg'), join(folder, 'verktyg'), findings) : [],
  }
  fields?.close()
  return { course, findings }
}

function partFolder(content: string, id: string): PartFolder {
  const path = join(content, id.toLowerCase())
  return { path, files: existsSync(path) ? readdirSync(path).toSorted() : [] }
}

function read(folder: string, name: string, findings: Findings): string {
  const path = join(folder, name)
  if (existsSync(path)) return readSource(path)
  findings.error({ file: path, line: 1 }, `${name} finns inte. Skriv den.`)
  return ''
}
