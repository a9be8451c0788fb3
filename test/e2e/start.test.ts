import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { expect } from 'chai'
import { needsChromium } from '../support/browser.ts'
import { temporaryFolder } from '../support/folder.ts'
import { m1 } from '../support/m1-script.ts'
import { sitDown } from '../support/sitting.ts'

/** Starts the demonstration as `npm start` does and keeps what it printed up to `Ready`. */
async function startDemonstration(databaseUrl: string) {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, PORT: '0', DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const printed: string[] = []
  for await (const line of createInterface(child.stdout)) {
    printed.push(line)
    if (line.startsWith('Ready')) break
  }
  child.stdout.resume()
  const stop = async () => {
    child.kill('SIGTERM')
    return (await once(child, 'exit'))[0]
  }
  return { printed: printed.join('\n'), stop }
}

describe('npm start', function () {
  this.timeout(120_000)

  it('prints all it takes to do M1 and to find oneself in the analysis', async function () {
    const chromium = needsChromium(this)
    const folder = temporaryFolder()
    const { printed, stop } = await startDemonstration(`embedded:${folder.path}`)
    expect(printed).to.match(/^Ready/m)
    expect(printed).to.include('dist/foretagslots-scorm12.zip')
    const link = (path: string) => printed.match(new RegExp(`http://\\S+/${path}/\\S+`))?.[0] ?? ''

    const { browser, page, learner } = await sitDown(chromium, link('kurs'))
    await learner.begin()
    await m1.scenario(learner)
    await m1.reading(learner)
    await m1.wrongThenRight(learner)
    await m1.middle(learner)
    await learner.nextQuestion()
    await m1.rest(learner)
    await learner.saved()
    await learner.leave()
    await page.getByRole('heading', { name: 'Du har lämnat kursen' }).waitFor()

    await page.goto(link('in'))
    await page.getByRole('button').first().click()
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Visa händelserna' }).click()
    await page.getByRole('heading', { name: 'Vad händer i utbildningen?' }).waitFor()
    await page.getByLabel('Fråga').selectOption('Q-M1-1')
    await page.getByRole('button', { name: 'Visa', exact: true }).click()
    await page.waitForURL(/fraga=Q-M1-1/)
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text)
      .to.match(/Lots \w{3}/)
      .and.to.include('En utpekad person tar alla företagsärenden.')
    await browser.close()
    expect(await stop()).to.equal(0)
    folder.remove()
  })
})
