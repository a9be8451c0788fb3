import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import process from 'node:process'

const heading = `# Proof

What is too long for \`npm test\`: \`npm run proof\` runs all of it, \`npm run proof -- NAME\` one part. Each section says when it
was run last.
`

export interface Section {
  /** Names it among the others; the newest run takes the place of the one before. */
  name: string
  title: string
  lines: string[]
  seconds: number
}

/** Puts a section, dated now, into the report; the others stay as they are, in the order of `names`. */
export function writeSection(path: string, section: Section, names: string[]): void {
  const sections = existsSync(path) ? readSections(readFileSync(path, 'utf8')) : new Map<string, string>()
  sections.set(section.name, sectionText(section))
  const known = names.filter((name) => sections.has(name))
  const others = [...sections.keys()].filter((name) => !names.includes(name))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, [heading, ...[...known, ...others].map((name) => sections.get(name))].join('\n'))
}

/** By name: a section begins with `## name: title`. */
function readSections(report: string): Map<string, string> {
  const texts = report.split(/^(?=## )/m).slice(1)
  return new Map(texts.map((text) => [/^## ([^:\n]+)/.exec(text)?.[1] ?? '', `${text.trimEnd()}\n`]))
}

function sectionText({ name, title, lines, seconds }: Section): string {
  const when = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const where = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} processors`
  return [`## ${name}: ${title}`, '', `${when}, ${where}, ${Math.round(seconds)} s`, '', ...lines, ''].join('\n')
}
