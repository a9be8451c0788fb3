import { isFinished } from './certificate.ts'
import type { CourseData } from './course-data.ts'
import { all, element, one } from './dom.ts'
import { setDoors } from './doors.ts'
import type { CourseEvent } from './events.ts'
import { caseStatus, modulesBeforeCase } from './final-case/opening.ts'
import type { Place } from './progress.ts'
import { hashOf } from './routes.ts'
import { currentModule, moduleStatus, nextPart, resumePage, standingInWords, testStatus } from './standing.ts'
import type { Verdict } from './verdict.ts'

export interface Standing {
  verdict: Verdict
  events: readonly CourseEvent[]
  /** The place in the course that the learner last was at. */
  place: Place
}

/** Brings the cover up to date: the street, the button that goes on, the sentences beside it, and the list of modules. */
export function updateCover(cover: HTMLElement, data: CourseData, standing: Standing) {
  const { verdict, events, place } = standing
  const current = currentModule(data, verdict, place)
  setDoors(cover, verdict)
  setOnward(cover, data, standing)
  one(cover, '#to-certificate').hidden = !isFinished(verdict)
  setCase(cover, data, verdict)
  const { doors, rest } = standingInWords(data, standing)
  one(cover, '#standing').replaceChildren(element('b', doors), ` ${rest}`)
  setExams(cover, data, standing)
  for (const module of data.modules) {
    const row = one(cover, `.contents [data-module="${module.id}"]`)
    one(row, '.contents-status').textContent = moduleStatus(module, verdict, events)
    row.toggleAttribute('data-current', module === current && Boolean(verdict.modules[module.id]?.started))
    for (const link of all<HTMLAnchorElement>(row, 'a'))
      link.href = hashOf(
        module === current && inModule(module.id, place, data) ? place : { page: resumePage(module, events) },
        data,
      )
  }
}

/** The pre-test is offered until it is done or of no more use; the test says how it stands, or what it waits for. */
function setExams(cover: HTMLElement, data: CourseData, { verdict, events }: Standing) {
  const offer = cover.querySelector<HTMLElement>('.pretest-offer')
  const left = data.modules.some(({ id }) => !verdict.modules[id]?.completed)
  if (offer) offer.hidden = !left && !verdict.modules[data.pretest?.id ?? '']?.completed
  const status = cover.querySelector('#to-test span')
  if (status) status.textContent = testStatus(data, verdict, events)
}

/** The final case's row leads there once it is open, and says what it waits for until then. */
function setCase(cover: HTMLElement, data: CourseData, verdict: Verdict) {
  const link = cover.querySelector<HTMLAnchorElement>('#to-case a')
  if (!link) return
  one(link, 'span').textContent = caseStatus(data, verdict)
  if (modulesBeforeCase(data, verdict) === 0) link.href = `#${link.dataset.page}`
  else link.removeAttribute('href')
}

const inModule = (id: string, { page }: Place, data: CourseData) =>
  data.modules.some((module) => module.id === id && module.pages.some((each) => each.id === page))

function setOnward(cover: HTMLElement, data: CourseData, { verdict, events, place }: Standing) {
  const current = currentModule(data, verdict, place)
  const module = current ?? data.modules.find(({ written }) => written)
  if (!module) return
  const link = one<HTMLAnchorElement>(cover, '#onward')
  const started = verdict.modules[module.id]?.started
  const next = current ? undefined : nextPart(data, verdict)
  if (next) {
    one(link, 'span').textContent = `Fortsätt med ${next.title}`
    link.href = hashOf({ page: next.pages[0]?.id }, data)
    return
  }
  const verb = !current ? `Läs ${module.title} igen` : `${started ? 'Fortsätt' : 'Börja'} med ${module.title}`
  one(link, 'span').textContent = verb
  const there = current && inModule(module.id, place, data) ? place : { page: resumePage(module, events) }
  link.href = hashOf(current ? there : { page: module.pages[0]?.id }, data)
}
