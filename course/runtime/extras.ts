import type { CourseData } from './course-data.ts'
import { mountHandover } from './handover.ts'
import { mountReceipt } from './receipt.ts'
import type { Tracker } from './tracker.ts'

interface Parts {
  data: CourseData
  tracker: Tracker
}

const mounts: Record<string, (root: HTMLElement, parts: Parts) => void> = {
  om: (root, { data, tracker }) => mountReceipt(root, data, tracker.receipt()),
  stafettkortet: mountHandover,
}

/** Brings a page outside the modules to life; most are only read. */
export const mountExtra = (id: string, root: HTMLElement, parts: Parts) => mounts[id]?.(root, parts)
