import { mountCertificate } from './certificate.ts'
import type { CourseData } from './course-data.ts'
import { one } from './dom.ts'
import type { CourseEvent } from './events.ts'
import { mountHandover } from './handover.ts'
import { mountReceipt } from './receipt.ts'
import type { Launch, Tracker } from './tracker.ts'
import type { Verdict } from './verdict.ts'

interface Parts {
  data: CourseData
  tracker: Tracker
  launch: Launch
  events: readonly CourseEvent[]
  verdict: Verdict
}

const mounts: Record<string, (root: HTMLElement, parts: Parts) => void> = {
  om: (root, { data, tracker }) => mountReceipt(root, data, tracker.receipt()),
  stafettkortet: mountHandover,
  intyg: mountCertificate,
  'vilken-dorr': mountWhichDoor,
}

/** Goal G1: the questions whose doors were all right at the first try. */
function mountWhichDoor(root: HTMLElement, { data, events }: Parts) {
  const first = events.filter(
    (event) => event.kind === 'answered' && event.module === data.doorTool?.id && event.try === 1,
  )
  const right = first.filter((event) => event.kind === 'answered' && event.result === 'correct').length
  if (first.length > 0)
    one(root, '#doors-standing').textContent =
      `Rätt dörrar direkt i ${right} av ${first.length} besvarade frågor. Målet är 16 av 20.`
}

/** Brings a page outside the modules to life; most are only read. */
export const mountExtra = (id: string, root: HTMLElement, parts: Parts) => mounts[id]?.(root, parts)
