import type { CourseData } from '../course-data.ts'
import type { Edition } from '../scorm/edition.ts'
import { browserHost, type ScormHost, ScormTracker } from '../scorm/scorm-tracker.ts'
import {
  interactionElements,
  nextCompletion,
  nextSuccess,
  objectiveElements,
  scoreElements,
  timeinterval,
} from '../scorm2004/elements.ts'
import { readState, stateText } from '../scorm2004/state-text.ts'
import type { Tracker } from '../tracker.ts'

const completion = 'cmi.completion_status'
const success = 'cmi.success_status'

/** The third and the fourth edition: the elements used here are the same in both. */
export const edition: Edition = {
  title: 'SCORM 2004',
  apiName: 'API_1484_11',
  calls: {
    initialize: 'Initialize',
    terminate: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
    errorString: 'GetErrorString',
  },
  // 351 gap or id twice, 401 undefined, 402 not implemented, 404 read only, 406 type, 407 range, 408 dependency (RTE 3.1.7)
  lasting: new Set(['201', '351', '401', '402', '403', '404', '405', '406', '407', '408']),
  longestState: 64_000,
  names: {
    learner: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    mode: 'cmi.mode',
    entry: 'cmi.entry',
    masteryScore: 'cmi.scaled_passing_score',
    location: 'cmi.location',
    score: 'cmi',
    statuses: [completion, success],
    sessionTime: 'cmi.session_time',
    exit: 'cmi.exit',
  },
  optional: /^cmi\.(interactions|objectives)\./,
  writeOnly: /^cmi\.(interactions\.|session_time|exit)/,
  masteryShare: Number.parseFloat,
  stateText,
  readState,
  statuses: (held, verdict) => [
    [completion, nextCompletion(held(completion), verdict)],
    [success, nextSuccess(held(success), verdict)],
  ],
  score: scoreElements,
  objective: objectiveElements,
  interaction: interactionElements,
  duration: timeinterval,
  // an attempt that ended normally is thrown away at the next launch (Moodle 4.3), with it that the course was completed
  exit: () => 'suspend',
}

export const createTracker = (data: CourseData, host: ScormHost = browserHost()): Tracker =>
  new ScormTracker(edition, data, host)
