import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Findings } from './findings.ts'
import { renderMarkdown } from './markdown.ts'
import { parseRevision, readFrontMatter } from './page.ts'
import { readSource } from './read-source.ts'
import type { Tool } from './types.ts'
import type { Placed } from './yaml-fields.ts'

const kinds = { checklista: 'checklist', blad: 'sheet', ledarblad: 'facilitator' } as const

/** The tools that course.yaml names, in its order: one Markdown file each in the folder `verktyg`. */
export function parseTools(named: Placed<string>[], folder: string, findings: Findings): Tool[] {
  return named.flatMap(({ value, place }) => {
    const file = join(folder, `${value}.md`)
    if (existsSync(file)) return parseTool(file, findings) ?? []
    findings.error(place, `Verktyget ”${value}” finns inte. Skriv ${file}, eller ta bort raden.`)
    return []
  })
}

function parseTool(file: string, findings: Findings): Tool | undefined {
  const parts = readFrontMatter(readSource(file), file, findings)
  if (!parts) return undefined
  const { fields, body, bodyLine } = parts
  const slag = fields.oneOf('slag', ['checklista', 'blad', 'ledarblad'])
  const tool: Tool = {
    id: fields.id('id', 'page'),
    title: fields.text('titel'),
    kind: slag ? kinds[slag] : 'sheet',
    about: fields.text('om'),
    revision: parseRevision(fields),
    sources: fields.references('kalla', 'source'),
    html: renderMarkdown(body, { file, line: bodyLine }, findings, { ticks: true }).html,
  }
  fields.close()
  return tool
}
