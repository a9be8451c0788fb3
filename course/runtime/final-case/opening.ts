import type { CourseData } from '../course-data.ts'
import type { Verdict } from '../verdict.ts'

/** How many modules are left before the final case opens. */
export const modulesBeforeCase = ({ modules }: CourseData, verdict: Verdict): number =>
  modules.filter(({ id, written }) => written && !verdict.modules[id]?.completed).length

/** How the case stands, for the cover. */
export function caseStatus(data: CourseData, verdict: Verdict): string {
  const left = modulesBeforeCase(data, verdict)
  const standing = verdict.modules[data.finalCase?.id ?? '']
  if (standing?.completed) return 'Klart.'
  if (left > 0) return `Låst. Kvar innan det öppnas: ${left === 1 ? 'en modul' : `${left} moduler`}.`
  return standing?.started ? 'Påbörjat.' : `Öppet. ${data.finalCase?.minutes} minuter.`
}
