import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildFailure, type BuildOptions, build, type Message } from 'esbuild'
import { BuildError } from './build-error.ts'
import type { Target } from './targets/target.ts'

/** Browsers of the laptops that municipalities still use. */
const browsers = ['chrome87', 'edge88', 'firefox78', 'safari15']

/** The target's script: one classic file, because `.mjs` and modules fail in some LMSs and from `file://`. */
export const bundleScript = (runtime: string, target: Target): Promise<Uint8Array> =>
  bundleFor(join(runtime, 'main.ts'), runtime, target)

/** The self-test's script for the same standard. */
export const bundleSelfTest = (runtime: string, target: Target): Promise<Uint8Array> =>
  bundleFor(join(import.meta.dirname, '../course/selftest/main.ts'), runtime, target)

async function bundleFor(entry: string, runtime: string, { tracker }: Target): Promise<Uint8Array> {
  const path = join(runtime, 'trackers', `${tracker}.ts`)
  if (!existsSync(path)) throw new BuildError(`${path} finns inte, så skriptet kan inte byggas.`)
  return bundle({
    entryPoints: [entry],
    format: 'iife',
    platform: 'browser',
    // the xAPI client as a module, without the sender it brings along (axios): it is given one of ours
    mainFields: ['module', 'main'],
    define: { XMLHttpRequest: 'undefined' },
    plugins: [{ name: 'tracker', setup: (plugin) => plugin.onResolve({ filter: /^#tracker$/ }, () => ({ path })) }],
  })
}

/** The service worker of the web target. */
export const bundleWorker = (): Promise<Uint8Array> =>
  bundle({ entryPoints: [join(import.meta.dirname, '../course/runtime/web/service-worker.ts')], format: 'iife' })

/** The one style sheet; fonts stay files beside it. */
export async function bundleStyle(styles: string): Promise<Uint8Array> {
  return bundle({ entryPoints: [join(styles, 'course.css')], external: ['*.woff2'] })
}

async function bundle(options: BuildOptions): Promise<Uint8Array> {
  const result = await build({
    ...options,
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    legalComments: 'eof',
    target: browsers,
    // fields as plain assignments: a helper for each would cost half a kilobyte
    tsconfigRaw: { compilerOptions: { strict: true, useDefineForClassFields: false } },
    logLevel: 'silent',
  }).catch((cause: BuildFailure) => {
    throw new BuildError('Koden går inte att bygga.', { issues: cause.errors.map(issue), cause })
  })
  return (result.outputFiles ?? [])[0]?.contents ?? new Uint8Array()
}

function issue({ text, location }: Message) {
  return { file: location?.file ?? 'esbuild', line: location?.line ?? 1, severity: 'error' as const, message: text }
}
