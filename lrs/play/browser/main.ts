import { elementsOf, room } from './elements.ts'
import { type Call, type Launch, launch, type Stored } from './runtime.ts'

/** The player page: opens the package in its frame, and shows live what it says and what an LMS would have stored. */
const page = one('[data-package]')
const name = page.dataset.package ?? ''
const standard = page.dataset.standard === 'SCORM 1.2' ? 'SCORM 1.2' : 'SCORM 2004'
const slot = one('[data-slot="package"]')
const keep = `provspela.${name}`

const calls: Call[] = []
let stored = recall()
let current: Launch
/** Which learner sits here: what a package says after its learner was forgotten is not heard. */
let learner = 0

function one(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}

/** The tab keeps it, so that a reload is another visit of the same learner. */
function recall(): Stored | undefined {
  const text = sessionStorage.getItem(keep)
  return text === null ? undefined : JSON.parse(text)
}

function open() {
  slot.replaceChildren()
  calls.length = 0
  const mine = learner
  current = launch(standard, stored, {
    called: (call) => {
      calls.push(call)
      queueShow()
    },
    stored: (cmi) => {
      if (mine !== learner) return
      stored = cmi
      sessionStorage.setItem(keep, JSON.stringify(cmi))
    },
  })
  const frame = document.createElement('iframe')
  frame.src = `${name}/paket/index.html`
  frame.title = 'Paketet'
  slot.append(frame)
  queueShow()
}

let waiting = false

/** A package makes many calls at once; the page is drawn once for all of them. */
function queueShow() {
  if (waiting) return
  waiting = true
  requestAnimationFrame(() => {
    waiting = false
    showCalls()
    showModel()
  })
}

function cell(text: string, kind: 'td' | 'th' = 'td'): HTMLElement {
  const made = document.createElement(kind)
  if (kind === 'th') made.setAttribute('scope', 'row')
  made.textContent = text
  return made
}

function row(...cells: HTMLElement[]): HTMLElement {
  const made = document.createElement('tr')
  made.append(...cells)
  return made
}

const brief = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

function showCalls() {
  const faults = calls.filter(({ error }) => error).length
  one('[data-told="calls"]').textContent =
    `${calls.length} anrop sedan paketet öppnades, ${faults === 0 ? 'inget' : faults} med fel.`
  const rows = calls.map((call, n) => {
    const shown = row(
      cell(String(n + 1)),
      cell(call.name, 'th'),
      cell(brief([call.element, call.value].filter(Boolean).join(' = '))),
      cell(brief(call.answer)),
      cell(call.error ?? '0'),
    )
    if (call.error) shown.className = 'fault'
    return shown
  })
  one('[data-rows="calls"]').replaceChildren(...rows.reverse())
}

function showModel() {
  const kept = new Map(stored ? elementsOf(stored) : [])
  const rows = elementsOf(current.now()).map(([element, value]) => {
    const length = room(standard, element, value)
    const same = kept.get(element) === value
    return row(
      cell(element, 'th'),
      cell(length ? `${brief(value)} (${length})` : brief(value)),
      cell(same ? 'Sparat' : 'Inte sparat än'),
    )
  })
  one('[data-rows="model"]').replaceChildren(...rows)
}

one('[data-do="open"]').addEventListener('click', open)
one('[data-do="reset"]').addEventListener('click', () => {
  learner++
  sessionStorage.removeItem(keep)
  stored = undefined
  open()
})
open()
