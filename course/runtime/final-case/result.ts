import { all, one } from '../dom.ts'
import type { PageContext } from '../page.ts'
import { casePoints, mailIsWhole } from './points.ts'

/** The result page: points in all and screen by screen, whether G5 and G6 are reached, and what to read again. */
export function mountCaseResult(root: HTMLElement, { module, page, events }: PageContext) {
  const asked = module.pages.find(({ kind }) => kind === 'case')
  if (!asked || !page.result) return
  const { pass, rows } = page.result
  const total = casePoints(asked.questions, events())
  const reached = total.first >= pass
  one(root, '.case-number').textContent = String(total.first)
  one(root, '.case-bar i').style.width = `${total.first}%`
  one(root, '.case-limit').style.left = `${pass}%`
  one(root, '.case-unfinished').hidden = total.whole
  for (const sentence of all(root, '[data-outcome]'))
    sentence.hidden = sentence.dataset.outcome !== (reached ? 'good' : 'redo')
  const again = one(root, '.case-latest')
  again.hidden = total.latest === total.first
  again.textContent = `Med dina senaste svar: ${total.latest} poäng.`
  for (const [n, row] of all(root, '.case-rows > li').entries()) {
    const questions = asked.questions.filter(({ id }) => rows[n]?.questions.includes(id))
    const { first, most } = casePoints(questions, events())
    one(row, '.case-points').textContent = `${first} av ${most}`
    row.dataset.state = first === most ? 'right' : 'wrong'
    one(row, '.case-full').hidden = first !== most
    one(row, '.case-again').hidden = first === most
  }
  setGoal(root, 'g5', reached)
  setGoal(root, 'g6', mailIsWhole(asked, events()))
}

function setGoal(root: HTMLElement, goal: string, reached: boolean) {
  const row = one(root, `[data-goal="${goal}"]`)
  one(row, '.case-full').hidden = !reached
  one(row, '.case-open').hidden = reached
}
