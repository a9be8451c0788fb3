import { Scorm2004API } from 'scorm-again'
import { framePackage, readLearner, report } from '../scorm-host.ts'
import { type Scorm2004Api, strictScorm2004 } from './strict.ts'

/** The LMS's page: scorm-again's 2004 runtime, wrapped strictly, with the learner's stored data, around the package in a frame. */
declare global {
  interface Window {
    API_1484_11?: Scorm2004Api
  }
}

const { cmi, student } = await readLearner()
const runtime = new Scorm2004API({ autocommit: false, lmsCommitUrl: '/commit', logLevel: 5 })
if (cmi) runtime.loadFromJSON(cmi as never)
runtime.cmi.learner_id = student.id
runtime.cmi.learner_name = student.name

window.API_1484_11 = strictScorm2004(runtime as unknown as Scorm2004Api, { report, before: () => undefined })
framePackage()
