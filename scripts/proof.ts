import { join } from 'node:path'
import process from 'node:process'
import { proofs } from './proof/proofs.ts'
import { writeSection } from './proof/report.ts'

const report = join(import.meta.dirname, '../test/proof/REPORT.md')
const names = Object.keys(proofs)

/** `npm run proof [-- name …]`: each part writes its section of the report, also when it fails. */
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`There is no proof ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  process.exit(1)
}

for (const [name, { title, run }] of Object.entries(proofs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const begun = performance.now()
  console.log(`${name}: ${title} …`)
  const lines = await run().catch((error: Error) => {
    console.error(error)
    process.exitCode = 1
    return [`**Not proven:** ${error.message.replaceAll('\n', ' ')}`]
  })
  const seconds = (performance.now() - begun) / 1000
  writeSection(report, { name, title, lines, seconds }, names)
  console.log(`${lines.join('\n')}\n`)
}
