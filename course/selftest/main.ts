import { edition } from '#tracker'
import { element, one } from '../runtime/dom.ts'
import { findApi } from '../runtime/scorm/find-api.ts'
import { conclusion, type Finding, isGood, outcomeWords } from './finding.ts'
import { forget, recall, remember } from './memory.ts'
import { readBack, type Sitting, writeAll } from './probe.ts'
import { supportText } from './report.ts'

const api = findApi(window, edition.apiName, edition.calls.initialize)
const before = recall()

/** The state that was left when the browser does not remember: what a good LMS was given. */
const mostLeft = edition.longestState

const step = (name: string) => one(document, `[data-step="${name}"]`)

function show(name: string) {
  for (const section of document.querySelectorAll<HTMLElement>('[data-step]'))
    section.hidden = section.dataset.step !== name
  one(step(name), 'h2').focus()
}

function begin(found: object) {
  const { findings, left } = writeAll(found, edition, new Date())
  remember({ findings, left })
  tell(findings, left > 0)
  show(left > 0 ? 'reopen' : 'done')
}

/** An LMS that lost the long state is asked once more, with as much as the course needs. */
function goOn(found: object, { findings: earlier, left }: Sitting) {
  const { findings, left: again } = readBack(found, edition, left)
  const all = [...earlier, ...findings]
  tell(all, again > 0)
  if (again > 0) remember({ findings: all, left: again })
  else forget()
  show(again > 0 ? 'reopen' : 'done')
}

/** `more`: another launch is to come, and the conclusion with it. */
function tell(findings: Finding[], more: boolean) {
  const results = one(document, '#results')
  const { good, sentence } = conclusion(findings)
  one(results, 'tbody').replaceChildren(...findings.map(row))
  one(results, '.notice').classList.toggle('near', !good && !more)
  one(results, '.notice h3').textContent = more ? 'Slutsatsen kommer när du har öppnat paketet igen.' : sentence
  one<HTMLTextAreaElement>(results, 'textarea').value = supportText(findings, {
    standard: edition.title,
    agent: navigator.userAgent,
  })
  results.hidden = false
}

function row(finding: Finding): HTMLElement {
  const outcome = element('td', outcomeWords[finding.outcome])
  outcome.dataset.label = 'Svar'
  const meaning = element('td', finding.meaning)
  if (!isGood(finding)) outcome.className = 'not-good'
  return element('tr', element('td', finding.what), outcome, meaning)
}

function copy() {
  const area = one<HTMLTextAreaElement>(document, '#results textarea')
  const hint = one(document, '#results .hint')
  area.focus()
  area.select()
  navigator.clipboard?.writeText(area.value).then(
    () => {
      hint.textContent = 'Texten är kopierad.'
    },
    () => {
      hint.textContent = 'Kopiera den markerade texten.'
    },
  )
}

const on = (name: string, act: () => void) => {
  for (const button of document.querySelectorAll(`[data-do="${name}"]`)) button.addEventListener('click', act)
}

if (!api) show('no-api')
else if (before) goOn(api, before)
else show('begin')

on('begin', () => api && begin(api))
on('go-on', () => api && goOn(api, { findings: [], left: mostLeft }))
on('copy', copy)
on('restart', () => {
  forget()
  show('restart')
})
