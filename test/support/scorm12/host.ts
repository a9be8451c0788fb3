import { Scorm12API } from 'scorm-again'
import { type Scorm12Api, strictScorm12 } from './strict.ts'

/** The LMS's page: scorm-again's 1.2 runtime, wrapped strictly, with the learner's stored data, around the package in a frame. */
interface Stored {
  cmi?: Record<string, unknown>
  student: { id: string; name: string }
}

declare global {
  interface Window {
    API?: Scorm12Api
    /** What a test may do to this LMS while it runs. */
    lms: { failing: boolean; calls: string[] }
  }
}

const post = (path: string, body: unknown) => {
  const request = new XMLHttpRequest()
  request.open('POST', path, false)
  request.setRequestHeader('content-type', 'application/json')
  request.send(JSON.stringify(body))
}

const stored: Stored = await (await fetch('/learner')).json()
const runtime = new Scorm12API({ autocommit: false, lmsCommitUrl: '/commit', logLevel: 5 })
if (stored.cmi) runtime.loadFromJSON(stored.cmi as never)
runtime.cmi.core.student_id = stored.student.id
runtime.cmi.core.student_name = stored.student.name

window.lms = { failing: false, calls: [] }
const failed = { LMSGetLastError: '101' } as Record<string, string>
window.API = strictScorm12(runtime as unknown as Scorm12Api, {
  report: (breach) => post('/breach', breach),
  before: (call, args) => {
    window.lms.calls.push(`${call}(${args.join(', ')})`)
    return window.lms.failing ? (failed[call] ?? 'false') : undefined
  },
})

const frame = document.createElement('iframe')
frame.src = '/package/index.html'
frame.title = 'Kursen'
frame.style.cssText = 'border:0;width:100%;height:100%'
document.body.append(frame)
