/**
 * Every xAPI IRI the course and the LRS use. `base` belongs to nobody (RFC 2606): whoever runs this in production sets a
 * domain of their own here before the first real statement (README, "Before production"). Never derived from a server's address.
 */
export const base = 'https://foretagslots.example/xapi/'

const adl = 'http://adlnet.gov/expapi/'

export const verbs = {
  launched: `${adl}verbs/launched`,
  initialized: `${adl}verbs/initialized`,
  answered: `${adl}verbs/answered`,
  completed: `${adl}verbs/completed`,
  passed: `${adl}verbs/passed`,
  failed: `${adl}verbs/failed`,
  terminated: `${adl}verbs/terminated`,
  abandoned: 'https://w3id.org/xapi/adl/verbs/abandoned',
  voided: `${adl}verbs/voided`,
} as const

export type VerbName = keyof typeof verbs

/** What a verb is called in Swedish, as in "Lots 7K4 svarade …". */
export const verbNames: Record<VerbName, string> = {
  launched: 'öppnade',
  initialized: 'började',
  answered: 'svarade',
  completed: 'slutförde',
  passed: 'klarade',
  failed: 'klarade inte',
  terminated: 'avslutade',
  abandoned: 'avbröt',
  voided: 'ogiltigförklarade',
}

export const activityTypes = {
  course: `${adl}activities/course`,
  module: `${adl}activities/module`,
  assessment: `${adl}activities/assessment`,
  simulation: `${adl}activities/simulation`,
  interaction: `${adl}activities/cmi.interaction`,
} as const

/** Activity ids: one per course, module (`M1`), quiz (`M1`), scenario (`S1`) and question or scenario step (`Q-M1-1`, `S1-1`). */
export const activities = {
  course: `${base}activities/course`,
  /** The publisher's id of the cmi5 package's one AU; a launch gives it another (cmi5 8.1.5). */
  assignableUnit: `${base}activities/course/au`,
  module: (id: string) => `${base}activities/module/${id}`,
  quiz: (module: string) => `${base}activities/quiz/${module}`,
  scenario: (id: string) => `${base}activities/scenario/${id}`,
  question: (id: string) => `${base}activities/question/${id}`,
} as const

export const extensions = {
  question: `${base}ext/question`,
  revision: `${base}ext/revision`,
  try: `${base}ext/try`,
  lawDate: `${base}ext/law-date`,
  originalTime: `${base}ext/original-time`,
  credit: `${base}ext/credit`,
  courseVersion: `${base}ext/course-version`,
} as const

/** cmi5's own IRIs (cmi5 9.6). */
export const cmi5 = {
  category: 'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  moveOnCategory: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
  sessionId: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
  masteryScore: 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore',
  launchMode: 'https://w3id.org/xapi/cmi5/context/extensions/launchmode',
  launchUrl: 'https://w3id.org/xapi/cmi5/context/extensions/launchurl',
  moveOn: 'https://w3id.org/xapi/cmi5/context/extensions/moveon',
  launchParameters: 'https://w3id.org/xapi/cmi5/context/extensions/launchparameters',
} as const
