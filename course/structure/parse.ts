import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseDoors } from './doors.ts'
import { Findings } from './findings.ts'
import { type ModuleHead, parseModule, parseModuleHead } from './module.ts'
import { readSource } from './read-source.ts'
import { parseSources } from './sources.ts'
import type { Course } from './types.ts'
import { parseYaml } from './yaml-fields.ts'

export interface ParsedCourse {
  /** Whole when `findings` has no error; otherwise with empty values where something could not be read. */
  course: Course
  findings: Findings
}

/**
 * Reads a content folder (course/content/sv): course.yaml, sources.yaml, doors.yaml, and a folder per written module. Never throws for
 * what an author wrote: every mistake is a finding with file and line, and reading goes on. `validateCourse` completes it.
 */
export function parseCourse(folder: string): ParsedCourse {
  const findings = new Findings()
  const sources = parseSources(read(folder, 'sources.yaml', findings), join(folder, 'sources.yaml'), findings)
  const file = join(folder, 'course.yaml')
  const fields = parseYaml(read(folder, 'course.yaml', findings), { file, findings })
  const heads = fields?.list('moduler').map(parseModuleHead) ?? []
  const course: Course = {
    id: fields?.id('id', 'course') ?? '',
    title: fields?.text('titel') ?? '',
    version: fields?.version('version') ?? '',
    lawDate: fields?.month('rattslage') ?? '',
    language: 'sv',
    contact: fields?.text('kontakt') ?? '',
    licence: fields?.text('licens') ?? '',
    modules: heads.map((head) => parseWritten(head, folder, findings)),
    doors: parseDoors(read(folder, 'doors.yaml', findings), join(folder, 'doors.yaml'), findings),
    sources,
  }
  fields?.close()
  return { course, findings }
}

function parseWritten(head: ModuleHead, folder: string, findings: Findings) {
  if (!head.module.written) return head.module
  const path = join(folder, head.module.id.toLowerCase())
  const files = existsSync(path) ? readdirSync(path).toSorted() : []
  return parseModule(head, { path, files }, findings)
}

function read(folder: string, name: string, findings: Findings): string {
  const path = join(folder, name)
  if (existsSync(path)) return readSource(path)
  findings.error({ file: path, line: 1 }, `${name} finns inte. Skriv den.`)
  return ''
}
