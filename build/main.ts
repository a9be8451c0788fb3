import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Issue } from '../course/structure/findings.ts'
import type { Municipality } from '../course/structure/types.ts'
import { brandOf } from './brand/brand.ts'
import { type BuildReport, buildAll, readCourse, targets } from './build-all.ts'
import { BuildError } from './build-error.ts'
import { readTokens } from './pictures.ts'
import { lawReport, renderReview } from './review/review.ts'
import type { TargetName } from './targets/target.ts'
import { isoToday } from './words.ts'
import { ownWorkshop } from './workshop.ts'

const names = targets.map(({ name }) => name)

interface Wanted {
  /** Undefined means all. */
  only?: TargetName[]
  municipalities: string[]
  /** Writes the edition for reading on paper instead of packages. */
  review?: boolean
  /** Prints what rests on a law that changed, and builds nothing. */
  law?: string
}

/** What the command line asks for: `--target scorm12`, `--municipality a.yaml b.yaml`, `--review`, `--law 2017:900`. */
function wanted(args: string[]): Wanted {
  const { values, positionals } = readOptions(args)
  const unknown = values.target?.find((name) => !names.some((known) => known === name))
  if (unknown !== undefined) throw new BuildError(`Målet ”${unknown}” finns inte. Välj: ${names.join(', ')}.`)
  const municipalities = [...(values.municipality ?? []), ...positionals]
  if (positionals.length > 0 && !values.municipality)
    throw new BuildError(`Skriv --municipality före ${positionals.join(' ')}, om det är kommuners filer.`)
  return { ...values, only: values.target as TargetName[] | undefined, municipalities }
}

function readOptions(args: string[]) {
  const several = { type: 'string', multiple: true } as const
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { target: several, municipality: several, review: { type: 'boolean' }, law: { type: 'string' } },
    })
  } catch (cause) {
    throw new BuildError(
      `${args.join(' ')} går inte att förstå. Skriv --target ${names.join(' eller --target ')}, --municipality fil.yaml, --review eller --law 2017:900.`,
      { cause },
    )
  }
}

function issueLine({ file, line, severity, message }: Issue): string {
  return `${relative('', file)}:${line}: ${severity === 'warning' ? 'varning: ' : ''}${message}`
}

const ratio = (contrast: number) => `${contrast.toFixed(1).replace('.', ',')}:1`

function colourLine({ name, colour = '' }: Municipality): string {
  const { light, dark } = brandOf(colour, readTokens(readFileSync(join(ownWorkshop.styles, 'tokens.css'), 'utf8')))
  const shown = [
    `${light.accent} (${ratio(light.contrast)}) i ljust läge`,
    `${dark.accent} (${ratio(dark.contrast)}) i mörkt`,
  ]
  return `${name}: färgen ${colour} blir ${shown.join(' och ')}.`
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`

function tell({ out, packages, editions, warnings, toReview, stateCharacters, seconds }: BuildReport): void {
  for (const warning of warnings) console.error(issueLine(warning))
  for (const { municipality } of editions) if (municipality?.colour) console.log(colourLine(municipality))
  for (const { name, bytes, script } of packages)
    console.log(
      `${relative('', out)}/${name}: ${kilobytes(bytes)}, skript ${kilobytes(script.bytes)} (${kilobytes(script.gzipped)} packat)`,
    )
  if (toReview > 0)
    console.log(`En jurist ska läsa ${toReview} källor före publicering. De står först i utgåvan från --review.`)
  console.log(
    `Det sparade läget blir högst ${stateCharacters} tecken. Klart på ${seconds.toFixed(1).replace('.', ',')} s.`,
  )
}

function tellError(error: BuildError): void {
  for (const issue of error.issues) console.error(issueLine(issue))
  const errors = error.issues.filter(({ severity }) => severity === 'error').length
  console.error(error.message)
  if (errors > 0) console.error(`${errors} fel.`)
  console.error('Inget byggdes. dist är som förut.')
}

function writeReview(): void {
  const { course } = readCourse(ownWorkshop)
  const file = join(import.meta.dirname, '../dist/granskning.html')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, renderReview(course, isoToday()))
  console.log(`${relative('', file)}: hela kursen med svar och källor, att läsa på papper.`)
}

function tellLaw(law: string): void {
  const lines = lawReport(readCourse(ownWorkshop).course, law)
  if (!lines)
    throw new BuildError(
      `”${law}” finns inte i sources.yaml. Skriv ett id (fl-6), ett nummer (2017:900) eller lagens namn.`,
    )
  console.log(lines.join('\n'))
}

try {
  const { law, review, ...options } = wanted(process.argv.slice(2))
  if (law !== undefined) tellLaw(law)
  else if (review) writeReview()
  else tell(await buildAll(options))
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  tellError(error)
  process.exitCode = 1
}
