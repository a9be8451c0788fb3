import type { CourseData, TestData } from '../course-data.ts'
import { all, element, icon, one } from '../dom.ts'
import { setDoor, setDoors } from '../doors.ts'
import type { TestSubmitted } from '../events.ts'
import type { PageContext } from '../page.ts'
import { attemptsIn, nextTryAt } from '../sitting.ts'
import { attemptShare } from '../verdict.ts'
import { goalsIn } from './goals.ts'
import { dateInWords, fill, momentInWords } from './views.ts'

/** The latest attempt in full, the best one's verdict, and how it was before the course. */
export function showResult(view: HTMLElement, { data, events, verdict }: PageContext, test: TestData): HTMLElement {
  const attempts = attemptsIn(events())
  const latest = attempts.at(-1)
  const mark = verdict().mark ?? test.passMark
  if (!latest) return one(view, 'h1')
  const passed = verdict().passed === true
  const limit = Math.ceil(Math.round(mark * latest.of * 1e6) / 1e6)
  const counted = Math.round(attemptShare(latest, mark) * latest.of)
  view.dataset.passed = String(passed)
  fill(view, {
    date: dateInWords(latest.at),
    verdict: passed ? 'Du är godkänd' : 'Inte godkänd än',
    right: String(latest.right),
    of: String(latest.of),
    limit: `Godkänt: ${limit}`,
    meaning: meaningOf(latest, { limit, passed, test: titlesOf(test, data) }),
    best: bestInWords(attempts, latest),
    change: changeInWords(data, { events: events(), first: attempts[0] }),
    tries: passed ? '' : triesInWords(attempts),
  })
  const bar = one(view, '.result-bar')
  bar.style.setProperty('--share', String(Math.min(counted, latest.right) / latest.of))
  bar.style.setProperty('--limit', String(limit / latest.of))
  one(view, '[data-do="again"]').hidden = nextTryAt(attempts, new Date().toISOString()) !== undefined
  showModules(view, latest, test)
  setDoors(view, verdict())
  if (!passed) setWeakDoors(view)
  showGoals(view, goalsIn(data, events()))
  return one(view, 'h1')
}

const titlesOf = ({ essential }: TestData, { modules }: CourseData) =>
  modules.filter(({ id }) => essential.includes(id)).map(({ title }) => title)

function meaningOf(
  { right, capped }: TestSubmitted,
  { limit, passed, test }: { limit: number; passed: boolean; test: string[] },
): string {
  if (passed) return 'Du kan svara företaget och lotsa det vidare. Slå upp det du är osäker på.'
  if (capped && right >= limit)
    return `Provet kräver minst ett rätt svar i var och en av modulerna ${inList(test)}. Läs den modul som saknar rätt svar.`
  return `Det fattas ${limit - right} rätt. Läs det som står i tabellen och gör ett nytt försök.`
}

const inList = (words: string[]) => [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' och ')

function bestInWords(attempts: TestSubmitted[], latest: TestSubmitted): string {
  const best = Math.max(...attempts.map(({ right }) => right))
  return best > latest.right ? `Ditt bästa försök räknas: ${best} rätt.` : ''
}

function triesInWords(attempts: { at: string }[]): string {
  const next = nextTryAt(attempts, new Date().toISOString())
  return next
    ? `Du har gjort två försök på ett dygn. Nästa försök kan du göra ${momentInWords(next)}.`
    : 'Du kan göra ett nytt försök nu. Du får göra två försök på ett dygn.'
}

/** The pre-test before, the first attempt after. */
function changeInWords(
  { pretest }: CourseData,
  { events, first }: { events: ReturnType<PageContext['events']>; first: TestSubmitted | undefined },
): string {
  const answers = events.filter((event) => event.kind === 'answered' && event.module === pretest?.id)
  if (!pretest || !first || answers.length === 0) return ''
  const right = answers.filter((event) => event.kind === 'answered' && event.result === 'correct').length
  const share = (part: number, of: number) => `${part} av ${of} rätt (${Math.round((100 * part) / of)} %)`
  return `Före kursen, i förtestet: ${share(right, answers.length)}. Efter, i första försöket: ${share(first.right, first.of)}.`
}

/** Of every module how many were right, and what to read again where one was not. */
function showModules(view: HTMLElement, { tasks = [] }: TestSubmitted, test: TestData) {
  const questions = new Map(test.pages.flatMap((page) => page.questions.map((question) => [question.id, question])))
  const moduleOf = new Map(test.pool.map(({ question, module }) => [question, module]))
  for (const row of all(view, '.result-modules tbody tr')) {
    const id = row.dataset.module
    const own = tasks.filter(({ question }) => questions.has(question) && (moduleOf.get(question) ?? '') === id)
    row.hidden = own.length === 0
    const right = own.filter((task) => task.right).length
    const missed = own.filter((task) => !task.right)
    const objectives = missed.map(({ question }) => questions.get(question)?.objective)
    row.toggleAttribute('data-weak', missed.length > 0)
    one(row, '.result-right').textContent = `${right} av ${own.length}`
    for (const part of all(row, '[data-objective]')) part.hidden = !objectives.includes(part.dataset.objective)
    for (const part of all(row, '.result-again:not([data-objective])')) part.hidden = missed.length === 0
    one(row, '.result-sure').hidden = missed.length > 0
  }
  const sureButWrong = tasks.filter(({ right, sure }) => sure && !right).length
  const told = sureButWrong === 0 ? '' : `${sureButWrong} av dina svar var säkra men fel. De är viktigast att läsa om.`
  fill(view, { sure: told })
}

function setWeakDoors(view: HTMLElement) {
  for (const row of all(view, '.result-modules tbody tr[data-weak]'))
    for (const door of all<SVGElement>(view, `.door[data-module="${row.dataset.module}"]`)) setDoor(door, 'ajar')
}

function showGoals(view: HTMLElement, goals: ReturnType<typeof goalsIn>) {
  const rows = goals.map(({ goal, result, reached }) => {
    const state = element('td', ...(reached ? [icon('tick'), 'Nått'] : ['Inte nått än']))
    const name = element('th', goal)
    name.setAttribute('scope', 'row')
    return element('tr', name, element('td', result), state)
  })
  one(view, '.result-goals tbody').replaceChildren(...rows)
  one(view, '.result-goals').hidden = rows.length === 0
}
