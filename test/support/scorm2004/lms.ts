import { join } from 'node:path'
import { type ScormLms, startScormLms } from '../scorm-lms.ts'

/** `cmi.completion_status` and so on. */
export type Lms2004 = ScormLms<Cmi2004>

type Score = Record<'scaled' | 'raw' | 'min' | 'max', string>

export interface Cmi2004 {
  completion_status: string
  success_status: string
  exit: string
  location: string
  session_time: string
  suspend_data: string
  learner_name: string
  score: Score
  objectives: Record<string, { id: string; completion_status: string; success_status: string; score: Score }>
  interactions: Record<string, Interaction2004>
}

export interface Interaction2004 {
  id: string
  type: string
  timestamp: string
  latency: string
  learner_response: string
  result: string
  description: string
  objectives: Record<string, { id: string }>
  correct_responses: Record<string, { pattern: string }>
}

/** An LMS with SCORM 2004 around an unpacked package of either edition: what differs between them is not used by the course. */
export const startLms2004 = (packageFolder: string): Promise<Lms2004> =>
  startScormLms<Cmi2004>(packageFolder, {
    host: join(import.meta.dirname, 'host.ts'),
    relaunched,
    sessionTime: ({ session_time }) => session_time,
  })

/** As Moodle 4.3 does: an attempt that was not suspended is thrown away, and a new one begins. */
function relaunched({ exit, session_time, ...cmi }: Cmi2004) {
  return exit === 'suspend' ? { ...cmi, entry: 'resume' } : undefined
}
