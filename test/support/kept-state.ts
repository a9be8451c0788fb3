import type { Page } from 'playwright-core'
import { toBase64url } from '../../course/runtime/bytes.ts'
import type { CourseData } from '../../course/runtime/course-data.ts'
import type { CourseEvent } from '../../course/runtime/events.ts'
import { encode } from '../../course/runtime/progress.ts'
import { at } from './course-data.ts'

/** Lets the web package on `page` begin with what somebody has done before, and opens it anew. */
export async function beginWith(page: Page, data: CourseData, events: CourseEvent[]): Promise<void> {
  const kept = JSON.stringify({ count: 1, state: toBase64url(encode({ events, place: {} }, data, at)) })
  await page.addInitScript(
    ([key, state]) => {
      if (sessionStorage.getItem('begun')) return
      localStorage.setItem(key, state)
      sessionStorage.setItem('begun', 'yes')
    },
    [data.id, kept] as const,
  )
  await page.reload()
  await page.locator('main h1:visible').first().waitFor()
}

/** Every part of the course that has to be done before the final test. */
export const partsDone = ({ modules, finalCase }: CourseData): CourseEvent[] =>
  [...modules, ...(finalCase ? [finalCase] : [])].map(({ id }) => ({
    kind: 'module-done',
    at,
    module: id,
    credit: 'pages',
  }))
