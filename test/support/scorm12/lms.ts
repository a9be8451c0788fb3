import { join } from 'node:path'
import { type ScormLms, startScormLms } from '../scorm-lms.ts'

/** `cmi.core.lesson_status` and so on. */
export type Lms = ScormLms<Cmi>

export interface Cmi {
  suspend_data: string
  core: Record<string, string> & { score: Record<'raw' | 'min' | 'max', string> }
  objectives: Record<string, { id: string; status: string; score: Record<'raw' | 'min' | 'max', string> }>
  interactions: Record<string, Interaction>
}

export interface Interaction {
  id: string
  type: string
  time: string
  latency: string
  student_response: string
  result: string
  objectives: Record<string, { id: string }>
  correct_responses: Record<string, { pattern: string }>
}

/** An LMS with SCORM 1.2 around an unpacked package; `api: false` plays one whose frame has no API. */
export const startLms = (packageFolder: string, options: { api?: boolean } = {}): Promise<Lms> =>
  startScormLms<Cmi>(
    packageFolder,
    { host: join(import.meta.dirname, 'host.ts'), relaunched, sessionTime: ({ core }) => core.session_time ?? '' },
    options,
  )

/** The data a new session starts with (RTE 3.4.4): entry tells whether the last one was suspended, the clock starts again. */
function relaunched(cmi: Cmi) {
  const { exit, session_time, ...core } = cmi.core
  return { ...cmi, core: { ...core, entry: exit === 'suspend' ? 'resume' : '' } }
}
