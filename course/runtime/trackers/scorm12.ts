import { fromBase64url, toBase64url } from '../bytes.ts'
import type { CourseData } from '../course-data.ts'
import type { Edition } from '../scorm/edition.ts'
import { browserHost, type ScormHost, ScormTracker } from '../scorm/scorm-tracker.ts'
import { interactionElements, nextStatus, objectiveElements, scoreElements, timespan } from '../scorm12/elements.ts'
import type { Tracker } from '../tracker.ts'

const status = 'cmi.core.lesson_status'

export const edition: Edition = {
  title: 'SCORM 1.2',
  apiName: 'API',
  calls: {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
    errorString: 'LMSGetErrorString',
  },
  // 401 not implemented, 402 keyword, 403 read only, 405 wrong type, 201 argument (RTE 3.3.5)
  lasting: new Set(['201', '202', '203', '401', '402', '403', '404', '405']),
  longestState: 4096,
  names: {
    learner: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    mode: 'cmi.core.lesson_mode',
    entry: 'cmi.core.entry',
    masteryScore: 'cmi.student_data.mastery_score',
    location: 'cmi.core.lesson_location',
    score: 'cmi.core',
    statuses: [status],
    sessionTime: 'cmi.core.session_time',
    exit: 'cmi.core.exit',
  },
  // RTE 3.4.4
  optional: /^cmi\.(interactions|objectives)\./,
  writeOnly: /^cmi\.(interactions\.|core\.(session_time|exit))/,
  masteryShare: (points) => Number.parseFloat(points) / 100,
  stateText: toBase64url,
  readState: fromBase64url,
  statuses(held, verdict) {
    const before = held(status)
    if (verdict) return [[status, nextStatus(before, verdict)]]
    return [[status, !before || before === 'not attempted' ? 'incomplete' : before]]
  },
  score: scoreElements,
  objective: objectiveElements,
  interaction: (prefix, answer, { question }) => interactionElements(prefix, answer, question),
  duration: timespan,
  exit: (reason) => (reason === 'suspend' ? 'suspend' : ''),
}

export const createTracker = (data: CourseData, host: ScormHost = browserHost()): Tracker =>
  new ScormTracker(edition, data, host)
