import { Scorm12API } from 'scorm-again'
import { framePackage, readLearner, report } from '../scorm-host.ts'
import { type Scorm12Api, strictScorm12 } from './strict.ts'

/** The LMS's page: scorm-again's 1.2 runtime, wrapped strictly, with the learner's stored data, around the package in a frame. */
declare global {
  interface Window {
    API?: Scorm12Api
    /** What a test may do to this LMS while it runs. */
    lms: { failing: boolean; calls: string[] }
  }
}

const { cmi, student } = await readLearner()
const runtime = new Scorm12API({ autocommit: false, lmsCommitUrl: '/commit', logLevel: 5 })
if (cmi) runtime.loadFromJSON(cmi as never)
runtime.cmi.core.student_id = student.id
runtime.cmi.core.student_name = student.name

window.lms = { failing: false, calls: [] }
const failed = { LMSGetLastError: '101' } as Record<string, string>
window.API = strictScorm12(runtime as unknown as Scorm12Api, {
  report,
  before: (call, args) => {
    window.lms.calls.push(`${call}(${args.join(', ')})`)
    return window.lms.failing ? (failed[call] ?? 'false') : undefined
  },
})

framePackage()
