import { expect } from 'chai'
import { m1 } from './m1-script.ts'
import type { Projection } from './projection.ts'
import type { Sitting } from './sitting.ts'

/** M1 in three sittings: the first ends by closing the tab, the second by killing the browser one second after an answer. */
export async function takeM1(sit: () => Promise<Sitting>): Promise<void> {
  const first = await sit()
  expect(await first.learner.heading()).to.equal('Många dörrar in')
  await first.learner.begin()
  await m1.scenario(first.learner)
  await m1.reading(first.learner)
  await m1.wrongThenRight(first.learner)
  await first.page.close()
  // a browser lives on when a tab is closed, and what the page sent last is still on its way
  await new Promise((resolve) => setTimeout(resolve, 500))
  await first.browser.close()

  const second = await sit()
  expect(await second.learner.question(), 'the place after closing the tab').to.equal('Q-M1-2')
  await m1.middle(second.learner)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await second.browser.kill()

  const third = await sit()
  expect(await third.learner.question(), 'the place after the kill').to.equal('Q-M1-3')
  expect(await third.learner.state()).to.equal('earlier')
  await third.learner.nextQuestion()
  await m1.rest(third.learner)
  expect(await third.learner.heading()).to.equal('Gör i dag')
  await third.learner.saved()
  await third.learner.leave()
  await third.learner.frame.getByRole('heading', { name: /avslutat|lämnat/ }).waitFor()
  await third.browser.close()
}

/** What the script answers, in order; the share of first tries that are right is five of six. */
export const m1Projection: Projection = {
  verdict: 'completed',
  scaled: 0.83,
  answers: [
    { question: 'S1-1', type: 'choice', response: ['b'], result: 'neutral' },
    { question: 'S1-3', type: 'choice', response: ['b'], result: 'correct' },
    { question: 'Q-M1-1', type: 'choice', response: ['a'], result: 'wrong' },
    { question: 'Q-M1-1', type: 'choice', response: ['c'], result: 'correct' },
    { question: 'Q-M1-2', type: 'true-false', response: ['false'], result: 'correct' },
    { question: 'Q-M1-3', type: 'sequencing', response: ['a', 'b', 'c', 'd'], result: 'correct' },
    { question: 'Q-M1-4', type: 'choice', response: ['a', 'b', 'd'], result: 'correct' },
    { question: 'Q-M1-5', type: 'choice', response: ['b'], result: 'correct' },
    { question: 'Q-M1-6', type: 'true-false', response: ['false'], result: 'correct' },
  ],
}
