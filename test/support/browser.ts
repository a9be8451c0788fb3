import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Context } from 'mocha'
import { type BrowserContext, chromium } from 'playwright-core'

/** A Chromium with a profile of its own, which another can open after this one was killed. */
export interface Browser {
  context: BrowserContext
  /** Ends the browser's process at once, as a power cut would; nothing in the page gets to run. */
  kill(): Promise<void>
  close(): Promise<void>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Skips the tests of a suite where there is no Chromium; under CI that is a failure. */
export function needsChromium(suite: Context): string {
  const path = process.env.CHROME_PATH
  if (path && existsSync(path)) return path
  if (process.env.CI === 'true') throw new Error('CHROME_PATH names no Chromium')
  return suite.skip()
}

/** `profile`: a folder that outlives the browser, so that the next one finds what this one kept. */
export async function openBrowser(
  executablePath: string,
  options: { viewport?: { width: number; height: number }; profile?: string } = {},
): Promise<Browser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'chromium-'))
  const debugging = '--remote-debugging-port=0'
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...flags, debugging],
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  })
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
  const forget = () => {
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return {
    context,
    async kill() {
      const cdp = await context.browser()?.newBrowserCDPSession()
      const info = await cdp?.send('SystemInfo.getProcessInfo')
      const main = info?.processInfo.find(({ type }) => type === 'browser')
      if (!main) throw new Error('the browser has no process')
      process.kill(main.id, 'SIGKILL')
      await gone
      forget()
    },
    async close() {
      await context.close()
      forget()
    },
  }
}
