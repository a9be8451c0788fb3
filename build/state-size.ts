import type { CourseData } from '../course/runtime/course-data.ts'
import { clashes } from '../course/runtime/short-id.ts'
import { worstCaseLength } from '../course/runtime/worst-case.ts'
import { BuildError } from './build-error.ts'

/** SCORM 1.2 keeps 4,096 characters of state; what is left over is the outbox's. */
export const stateLimit = 3500

/** The longest state the course can save, in characters. Stops the build when it is too long, or when two ids share a short id. */
export function checkState(data: CourseData): number {
  const groups = clashes(data)
  if (groups.length > 0)
    throw new BuildError(
      `Id:n kan inte skiljas åt i det sparade läget: ${groups.map((group) => group.join(' och ')).join('; ')}. Byt ett av dem.`,
    )
  const length = worstCaseLength(data)
  if (length > stateLimit)
    throw new BuildError(
      `Kursens sparade läge kan bli ${length} tecken. SCORM 1.2 klarar ${stateLimit}. Dela kursen eller ta bort frågor.`,
    )
  return length
}
