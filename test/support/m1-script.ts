import type { Learner } from './learner.ts'

/** M1 as the scripted learner takes it, in three sittings; the first answer of the quiz is wrong and then put right. */
export const m1 = {
  /** Both scenario steps: the door ajar, then open. Ends on the first page to read. */
  async scenario(learner: Learner) {
    await learner.choose('b')
    await learner.choose('b')
    await learner.turn()
  },
  /** The five pages to read, up to the quiz. */
  async reading(learner: Learner) {
    for (let page = 0; page < 5; page++) await learner.turn()
  },
  /** A wrong answer, and the right one at the second try. */
  async wrongThenRight(learner: Learner) {
    await learner.answer('a')
    await learner.tryAgain()
    await learner.answer('c')
    await learner.nextQuestion()
  },
  /** The second and third question. */
  async middle(learner: Learner) {
    await learner.answer('false')
    await learner.nextQuestion()
    await learner.answer('a', 'b', 'c', 'd')
  },
  /** From the fourth question to the last page. */
  async rest(learner: Learner) {
    await learner.answer('a', 'b', 'd')
    await learner.nextQuestion()
    await learner.answer('b')
    await learner.nextQuestion()
    await learner.answer('false')
    await learner.nextQuestion()
    await learner.turn()
  },
}
