import { relative } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Issue } from '../course/structure/findings.ts'
import { type BuildReport, buildAll, targets } from './build-all.ts'
import { BuildError } from './build-error.ts'
import type { TargetName } from './targets/target.ts'

const names = targets.map(({ name }) => name)

/** The targets asked for on the command line; undefined means all. */
function chosenTargets(args: string[]): TargetName[] | undefined {
  const { target: chosen } = readOptions(args)
  const unknown = chosen?.find((name) => !names.some((known) => known === name))
  if (unknown !== undefined) throw new BuildError(`Målet ”${unknown}” finns inte. Välj: ${names.join(', ')}.`)
  return chosen as TargetName[] | undefined
}

function readOptions(args: string[]): { target?: string[] } {
  try {
    return parseArgs({ args, options: { target: { type: 'string', multiple: true } } }).values
  } catch (cause) {
    throw new BuildError(`${args.join(' ')} går inte att förstå. Skriv --target ${names.join(' eller --target ')}.`, {
      cause,
    })
  }
}

function issueLine({ file, line, severity, message }: Issue): string {
  return `${relative('', file)}:${line}: ${severity === 'warning' ? 'varning: ' : ''}${message}`
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`

function tell({ out, packages, warnings, stateCharacters, seconds }: BuildReport): void {
  for (const warning of warnings) console.error(issueLine(warning))
  for (const { name, bytes, script } of packages)
    console.log(
      `${relative('', out)}/${name}: ${kilobytes(bytes)}, skript ${kilobytes(script.bytes)} (${kilobytes(script.gzipped)} packat)`,
    )
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

try {
  tell(await buildAll({ only: chosenTargets(process.argv.slice(2)) }))
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  tellError(error)
  process.exitCode = 1
}
