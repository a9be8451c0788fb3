import type { Frame } from 'playwright-core'
import { Learner } from './learner.ts'

/** Every page type of the course in every state that a learner can bring it into; `stop` is called in each. */
export async function tourCourse(frame: Frame, stop: (state: string) => Promise<void>): Promise<void> {
  const learner = new Learner(frame)
  const go = async (hash: string) => {
    await frame.evaluate((address) => {
      location.hash = address
    }, hash)
    await frame.waitForFunction((address) => {
      const [page, question] = address.split('/')
      return document.querySelector(question ? `[data-question="${question}"]:not([hidden])` : `[data-page="${page}"]`)
    }, hash)
  }
  await stop('cover, nothing begun')
  await learner.begin()
  await tourScenario(frame, stop)
  for (const page of ['historien', 'varje-anstalld', 'fyra-stegen', 'mandatet', 'gransen']) {
    await go(`M1-${page}`)
    await stop(page)
  }
  const list = frame.locator('.rail-toggle')
  if (await list.isVisible()) {
    await list.click()
    await stop('page list open')
  }
  await tourQuestions(frame, { stop, go })
  await go('M1-kom-ihag')
  await stop('card')
  await go('M1-gor-i-dag')
  await stop('task')
  await frame.locator('.tick input').check()
  await stop('task ticked off, module done')
  await frame.locator('#to-contents').click()
  await stop('cover, all done')
  await frame.locator('.cover-more a[href="#kallor"]').click()
  await stop('sources')
  await frame.locator('.brand').click()
  await frame.locator('.cover-more a[href="#om"]').click()
  await stop('about, with receipt')
  await learner.leave()
  await frame.getByRole('heading', { name: 'Du har avslutat för den här gången' }).waitFor()
  await stop('left')
}

async function tourScenario(frame: Frame, stop: (state: string) => Promise<void>) {
  const choose = (option: string) => frame.locator(`.step:visible .replies [data-option="${option}"] button`).click()
  const on = () => frame.locator('.consequence:visible [data-do="on"]').click()
  await stop('scenario, asked')
  await choose('c')
  await stop('scenario, door closed')
  await frame.locator('.consequence:visible [data-do="retake"]').click()
  await choose('b')
  await stop('scenario, door ajar')
  await on()
  await stop('scenario, second step')
  await choose('b')
  await stop('scenario, door open')
  await on()
  await stop('scenario, end')
}

interface Tour {
  stop(state: string): Promise<void>
  go(hash: string): Promise<void>
}

async function tourQuestions(frame: Frame, { stop, go }: Tour) {
  const learner = new Learner(frame)
  const question = frame.locator('.question:visible')
  const answer = question.getByRole('button', { name: 'Svara', exact: true })
  const show = question.locator('[data-do="show"]')
  await go('M1-quiz/Q-M1-1')
  await stop('single, unanswered')
  await answer.click()
  await stop('single, nothing chosen')
  await question.locator('input[value="a"]').check()
  await stop('single, chosen')
  await answer.click()
  await stop('single, wrong')
  await show.click()
  await stop('single, shown')
  await go('M1-quiz/Q-M1-2')
  await learner.answer('false')
  await stop('true-false, right')
  await go('M1-quiz/Q-M1-3')
  await stop('order, unanswered')
  await question.locator('li:nth-child(2) [data-move="1"]').click()
  await stop('order, moved')
  await answer.click()
  await stop('order, wrong')
  await show.click()
  await stop('order, shown')
  await go('M1-quiz/Q-M1-4')
  await learner.answer('a', 'c')
  await stop('multiple, wrong')
  await show.click()
  await learner.nextQuestion()
  await learner.answer('b')
  await learner.nextQuestion()
  await learner.answer('false')
  await go('M1-quiz/Q-M1-1')
  await stop('single, earlier')
}
