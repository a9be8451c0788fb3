/**
 * Every xAPI IRI the course and the LRS use. `base` belongs to nobody (RFC 2606): whoever runs this in production sets a
 * domain of their own here before the first real statement (README, "Before production"). Never derived from a server's address.
 */
export const base = 'https://foretagslots.example/xapi/'

const adl = 'http://adlnet.gov/expapi/'

export const verbs = {
  launched: `${adl}verbs/launched`,
  initialized: `${adl}verbs/initialized`,
  resumed: `${adl}verbs/resumed`,
  progressed: `${adl}verbs/progressed`,
  answered: `${adl}verbs/answered`,
  completed: `${adl}verbs/completed`,
  passed: `${adl}verbs/passed`,
  failed: `${adl}verbs/failed`,
  suspended: `${adl}verbs/suspended`,
  terminated: `${adl}verbs/terminated`,
  abandoned: 'https://w3id.org/xapi/adl/verbs/abandoned',
  voided: `${adl}verbs/voided`,
} as const

export type VerbName = keyof typeof verbs

/** What a verb is called in Swedish, as in "Lots 7K4 svarade …". */
export const verbNames: Record<VerbName, string> = {
  launched: 'öppnade',
  initialized: 'började',
  resumed: 'återupptog',
  progressed: 'kom vidare i',
  answered: 'svarade',
  completed: 'slutförde',
  passed: 'klarade',
  failed: 'klarade inte',
  suspended: 'pausade',
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
  /** A case with documents, or the final case, by its page (`M4-dokument`). */
  document: (page: string) => `${base}activities/document/${page}`,
  /** The pre-test and the final test. */
  exam: (id: string) => `${base}activities/assessment/${id}`,
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
  /** `sure` or `unsure`; asked in the final test. */
  confidence: `${base}ext/confidence`,
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

/** The analyst's questions that the course's statements answer, by their number in the blueprint's section 7. */
export const analystQuestions = {
  3: 'Var avbryts kursen?',
  4: 'Vilka mål är svårast, och var är svaren säkra men fel?',
  5: 'Hur mycket bättre går det från förtest till prov, och mellan försök?',
  6: 'Vilka felval är vanligast i scenarierna?',
  7: 'Vilka frågor är för lätta eller oklara?',
  8: 'Hur lång tid tar modulerna mot planen?',
} as const

export type QuestionNumber = keyof typeof analystQuestions

/** What is worth reading in a statement of the course; build/profile.ts says where each stands. */
export type StatementField =
  | 'person'
  | 'time'
  | 'originalTime'
  | 'module'
  | 'parent'
  | 'name'
  | 'text'
  | 'choices'
  | 'source'
  | 'target'
  | 'key'
  | 'question'
  | 'revision'
  | 'try'
  | 'response'
  | 'success'
  | 'duration'
  | 'score'
  | 'credit'
  | 'confidence'
  | 'lawDate'
  | 'courseVersion'

/** One kind of statement that the course makes of an event; what cmi5 itself defines (category cmi5) is cmi5's own profile. */
export interface StatementTemplate {
  verb: VerbName
  /** The object's activity type. */
  object: keyof typeof activityTypes
  /** The parent's activity type, which tells a scenario's step from a quiz question. */
  parent?: keyof typeof activityTypes
  description: string
  /** In every such statement. */
  always: readonly StatementField[]
  /** In some: what the event or the kind of question does not have is left out. */
  sometimes: readonly StatementField[]
  /** Read by a question already, sent by the course later. */
  awaited?: readonly StatementField[]
  /** The questions that read it; the analyst's list of events reads every kind. */
  questions: readonly QuestionNumber[]
}

export const statementTemplates = {
  moduleStarted: {
    verb: 'initialized',
    object: 'module',
    description: 'En person öppnar en modul för första gången.',
    always: ['person', 'time', 'module', 'name', 'lawDate', 'courseVersion'],
    sometimes: ['originalTime'],
    questions: [3, 8],
  },
  moduleDone: {
    verb: 'completed',
    object: 'module',
    description: 'En modul är klar: varje sida är sedd och varje fråga besvarad.',
    always: ['person', 'time', 'module', 'name', 'credit', 'lawDate', 'courseVersion'],
    sometimes: ['originalTime', 'score'],
    questions: [3, 8],
  },
  questionAnswered: {
    verb: 'answered',
    object: 'interaction',
    parent: 'assessment',
    description: 'Ett försök på en fråga. Varje försök är en egen händelse.',
    always: [
      'person',
      'time',
      'module',
      'parent',
      'name',
      'text',
      'key',
      'question',
      'revision',
      'try',
      'response',
      'success',
      'duration',
      'lawDate',
      'courseVersion',
    ],
    sometimes: ['originalTime', 'choices', 'source', 'target'],
    awaited: ['confidence'],
    questions: [3, 4, 5, 7, 8],
  },
  stepAnswered: {
    verb: 'answered',
    object: 'interaction',
    parent: 'simulation',
    description: 'Ett val i ett scenario. Utan success står dörren på glänt: valet är varken rätt eller fel.',
    always: [
      'person',
      'time',
      'module',
      'parent',
      'name',
      'text',
      'choices',
      'key',
      'question',
      'revision',
      'try',
      'response',
      'duration',
      'lawDate',
      'courseVersion',
    ],
    sometimes: ['originalTime', 'success'],
    questions: [3, 6, 8],
  },
} as const satisfies Record<string, StatementTemplate>

export type TemplateName = keyof typeof statementTemplates
