import { join } from 'node:path'
import { build } from 'esbuild'

let script: Promise<string> | undefined

/** The player page's script with scorm-again in it, bundled the first time somebody asks. */
export function playerScript(): Promise<string> {
  script ??= bundle()
  return script
}

async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, 'browser/main.ts')
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
