import { mkdtempSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import process from 'node:process'
import { BuildError } from './build-error.ts'
import { startPreview } from './watch/preview.ts'
import { rebuild } from './watch/rebuild.ts'

/** `npm run watch`: the course in a browser on this machine, built again and shown again when a file in course/ is saved. */
const course = join(import.meta.dirname, '../course')
const folder = mkdtempSync(join(tmpdir(), 'foretagslots-'))
const preview = await startPreview(folder, Number(process.env.PORT ?? 8090))

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(2).replace('.', ',')} s`

/** What is on screen stays there when the course has a mistake; it is told here. */
async function show(saved: string | undefined) {
  const begun = performance.now()
  try {
    await rebuild(folder, saved)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    for (const { file, line, message } of error.issues) console.error(`${relative('', file)}:${line}: ${message}`)
    console.error(error.message)
    return
  }
  if (saved?.startsWith('pictures/')) return console.log(`${saved}: bilder ritas om när du startar npm run watch igen`)
  const browsers = preview.reload()
  if (saved) console.log(`${saved}: visas efter ${seconds(begun)}${browsers === 0 ? ' (ingen sida är öppen)' : ''}`)
}

await show(undefined)
console.log(`Kursen visas på ${preview.url} och laddas om när du sparar. Avsluta med Ctrl+C.`)

let running: Promise<void> | undefined
let waiting: string | undefined

/** Editors save a file in several steps; what is saved while the course is built is built next, once. */
async function onSaved(file: string) {
  waiting = file
  if (running) return
  for (let next: string | undefined = waiting; next; next = waiting) {
    waiting = undefined
    running = show(next)
    await running
  }
  running = undefined
}

const watcher = watch(course, { recursive: true }, (_, file) => {
  if (file && /\.(md|yaml|hbs|css|ts|woff2)$/.test(file)) void onSaved(file)
})

process.once('SIGINT', () => {
  watcher.close()
  preview.stop()
  rmSync(folder, { recursive: true, force: true })
})
