import { join, relative } from 'node:path'
import process from 'node:process'
import { type BuildReport, buildAll } from '../build/build-all.ts'
import { BuildError } from '../build/build-error.ts'
import { type Config, ConfigError, loadConfig, localUrl } from '../lrs/config.ts'
import { LrsError } from '../lrs/errors.ts'
import { type RunningServer, startServer } from '../lrs/server.ts'
import { type Demonstration, prepareDemonstration } from './demonstration.ts'

const demonstrationData = 'embedded:./data/demo'

/** What a person must see to it that works, said without a stack. */
class StartError extends Error {}

async function start(settings: Config): Promise<RunningServer> {
  try {
    return await startServer(settings)
  } catch (error) {
    if (error instanceof LrsError && error.code === 'unavailable') {
      throw new StartError(
        `Datan går inte att öppna. Kör du npm start i ett annat fönster? Stoppa den först.\n${error.message}`,
      )
    }
    if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error
    throw new StartError(
      `Port ${settings.port} används redan av ett annat program, kanske en server som du redan har startat.\n` +
        `Stoppa det, eller välj en annan port med PORT, till exempel PORT=${settings.port + 1} npm start.`,
    )
  }
}

async function build(): Promise<BuildReport> {
  console.log('Bygger kursen …')
  try {
    return await buildAll()
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    throw new StartError(`Kursen går inte att bygga: ${error.message}\nKör npm run build och rätta det som står där.`)
  }
}

function describe(demonstration: Demonstration, report: BuildReport, { publicUrl, databaseUrl }: Config): string {
  const { municipality, learner, analyst, credential } = demonstration
  const zips = report.packages.filter(({ name }) => name.endsWith('.zip'))
  const settings = [
    `DATABASE_URL=${databaseUrl}`,
    ...(publicUrl === localUrl('127.0.0.1', 8080) ? [] : [`PUBLIC_URL=${publicUrl}`]),
  ]
  const lines = [
    ['Kurspaket', zips.map(({ name }) => join(relative('', report.out), name)).join(', '), 'läggs i ett LMS'],
    ['Kursen', learner.link, `öppnar kursen som ${learner.name}`],
    ['Analys', analyst.link, `loggar in ${analyst.name}, en gång`],
    ['xAPI', `${publicUrl}/xapi`, `nyckel ${credential.key}, hemlighet ${credential.secret}`],
    [
      'Fler länkar',
      `${settings.join(' ')} npm run links -- --municipality ${municipality.slug} namn.txt`,
      'ett namn per rad',
    ],
  ]
  const shown = lines.map(([what = '', where, note]) => `  ${what.padEnd(12)} ${where}\n  ${''.padEnd(12)} ${note}`)
  return `\n${municipality.name} är en påhittad kommun. Här är allt:\n\n${shown.join('\n')}\n`
}

function stopOnSignal(server: RunningServer): void {
  const stop = () => {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
    void server.close()
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
}

async function main(): Promise<void> {
  const settings = loadConfig({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || demonstrationData })
  const server = await start(settings)
  try {
    const report = await build()
    console.log(describe(await prepareDemonstration(server.lrs), report, server.lrs.config))
  } catch (error) {
    await server.close()
    throw error
  }
  stopOnSignal(server)
  console.log(`Ready: ${server.lrs.config.publicUrl} (avsluta med Ctrl+C)`)
}

main().catch((error: unknown) => {
  const expected = [StartError, ConfigError, LrsError].some((kind) => error instanceof kind)
  console.error(expected ? (error as Error).message : error)
  process.exitCode = 1
})
