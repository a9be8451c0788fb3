/** The course as the build holds it after parsing. YAML keys stay Swedish (`kalla`, `typ`); these are their English names. */
export interface Course {
  id: string
  title: string
  version: string
  /** Year and month the law was read, `2026-11`. */
  lawDate: string
  language: 'sv'
  contact: string
  /** `CC BY 4.0` */
  licence: string
  modules: Module[]
  /** The municipality's doors, in order. */
  doors: Door[]
  /** The voluntary cases that let the experienced skip modules. */
  pretest?: Pretest
  finalCase?: Part
  /** "Vilken dörr?" */
  doorTool?: DoorTool
  test?: Test
  sources: Source[]
  /** In the order of the alphabet. */
  glossary: Term[]
  /** Sheets for the desk, reached from every page. */
  tools: Tool[]
  /** Whose own edition this is; undefined in the one for everybody. */
  municipality?: Municipality
}

/** A unit of the municipality where a company comes in. */
export interface Door {
  /** The code in ASCII: `nar`. */
  id: string
  /** As it stands on the sign: `NÄR`. */
  code: string
  name: string
  answersFor: string
}

/** What one municipality says of itself for its own edition (course/municipalities). */
export interface Municipality {
  /** In the packages' file names: `hultsfred`. */
  slug: string
  /** `Hultsfreds kommun` */
  name: string
  /** Whom to ask about the course; the course's own where it says nothing. */
  contact?: string
  logo?: Logo
  /** `#rrggbb`, as the municipality has it; what is shown is computed from it. */
  colour?: string
  /** The doors that it names, each with one or more of the course's. */
  doors: LocalDoor[]
  /** "Så gör vi här", by page id. */
  customs: Map<string, Custom>
  thresholds: Thresholds
}

export interface Logo {
  /** In the package: `logo.svg`. */
  file: string
  bytes: Uint8Array
}

/** One real unit, which may keep several of the course's doors. */
export interface LocalDoor {
  /** Ids of the course's doors: `['byg', 'mil']`. */
  doors: string[]
  name: string
  contact: DoorContact
}

export interface DoorContact {
  phone?: string
  email?: string
  /** An address that begins with https://. */
  web?: string
  /** Opening hours, a line each. */
  hours: string[]
}

export interface Custom {
  /** How the municipality does it, a paragraph each. */
  paragraphs: string[]
  /** Its own targets, one sentence each. */
  targets: string[]
}

/** What the municipality asks for, where it asks for something else than the course does. */
export interface Thresholds {
  /** Right answers of the final test's thirty. */
  test?: number
}

/** A word of the course with its explanation. */
export interface Term {
  /** `varm-overlamning` */
  id: string
  word: string
  explanation: string
  english: string
  /** The forms that open the explanation in the text; none for a word that only stands in the list. */
  forms: string[]
}

/** A checklist or another sheet that is used at the desk and printed on A5; nothing on it is recorded. */
export interface Tool {
  /** Its address in the course, `javstest`. */
  id: string
  title: string
  kind: 'checklist' | 'sheet' | 'facilitator'
  /** One sentence for the list of tools. */
  about: string
  revision: number
  sources: string[]
  html: string
}

/** Pages with questions that stand in the course beside its modules. */
export interface Part {
  /** Short and ASCII: the part's folder is its name in lower case, and its pages' ids begin with it. */
  id: string
  title: string
  minutes: number
  pages: Page[]
}

export interface Module extends Part {
  /** `M1` */
  id: string
  number: number
  objectives: Objective[]
  /** False for a module whose pages are not written yet: its door is drawn closed and says so. */
  written: boolean
}

/** The voluntary cases: a right one lets the learner skip its module, except where `required` names it. */
export interface Pretest extends Part {
  required: string[]
}

/** The final test: its one page holds the whole pool, of which every attempt draws some. */
export interface Test extends Part {
  /** Share 0–1 where the LMS gives none. */
  passMark: number
  /** Modules of which one right answer is needed to pass. */
  essential: string[]
  /** Modules of which at least one of the two tasks is a `g2` item. */
  permits: string[]
  pool: TestItem[]
}

/** What the draw needs to know of a question of the pool. */
export interface TestItem {
  /** The question's id, `T-M6.1-a` or `C3`. */
  question: string
  /** Undefined for a case item, which lies in several doors. */
  module?: string
  /** Asks for the law, the decider or the deadline of a permit or a notification (goal G2). */
  g2: boolean
  /** Drawn from this day on, `2027-01-01`; always where none is given. */
  validFrom?: string
  /** Drawn until this day, the day included. */
  validTo?: string
}

export interface Objective {
  /** `M1.2` */
  id: string
  text: string
}

export type Page = ReadingPage | ScenarioPage | QuizPage | DocumentPage | CasePage | CaseResultPage | ExamPage

interface PageBase {
  /** Stable ASCII id, `M1-historien`. */
  id: string
  title: string
  revision: number
}

/** A page to read; `card` is "Kom ihåg", `task` is "Gör i dag". */
export interface ReadingPage extends PageBase {
  kind: 'reading' | 'card' | 'task'
  sources: string[]
  /** Rendered from Markdown. */
  html: string
  picture?: Picture
  law?: { source: string; label: string; text: string }[]
  note?: { title: string; lines: string[] }
}

export interface Picture {
  /** File name in course/pictures. */
  file: string
  /** The one sentence the picture says: its text alternative. */
  alt: string
  caption?: string
}

export interface ScenarioPage extends PageBase {
  kind: 'scenario'
  scenario: Scenario
}

export interface Scenario {
  /** `S1` */
  id: string
  title: string
  role: string
  objectives: string[]
  steps: ScenarioStep[]
  endings: { good: string; fair: string; redo: string }
}

export interface ScenarioStep {
  /** `S1-1` */
  id: string
  /** Two or three words for the row of doors, `Mötet`. */
  label: string
  line: string
  /** Of the line, where it is not Swedish: `en`. */
  language?: string
  sources: string[]
  revision: number
  choices: Choice[]
}

export interface Choice {
  id: string
  text: string
  points: 0 | 1 | 2
  consequence: string
  feedback: string
  /** Id of the next step, or undefined at the end. */
  next?: string
}

export interface QuizPage extends PageBase {
  kind: 'quiz'
  questions: Question[]
}

/** The pre-test's cases, or the final test's pool: the learner says how sure each answer is, and hears of none whether it is right. */
export interface ExamPage extends PageBase {
  kind: 'pretest' | 'test'
  questions: Question[]
}

/** A case with documents: first what is wrong in them is marked, then comes what to do about it. */
export interface DocumentPage extends PageBase {
  kind: 'document'
  questions: Question[]
}

/** The final case: one screen after another. */
export interface CasePage extends PageBase {
  kind: 'case'
  /** A few words for each screen, in the questions' order. */
  screens: string[]
  questions: Question[]
}

/** What the case came to: points of a hundred, row by row, and what to read again. */
export interface CaseResultPage extends PageBase {
  kind: 'case-result'
  /** Points that reach goal G5. */
  pass: number
  rows: { title: string; questions: string[]; again: string[] }[]
  good: string
  redo: string
}

export type Question =
  | ChoiceQuestion
  | TrueFalseQuestion
  | OrderQuestion
  | MatchQuestion
  | NumericQuestion
  | DateQuestion
  | MarkQuestion
  | WriteQuestion
  | DoorQuestion

interface QuestionBase {
  /** `Q-M1-1` */
  id: string
  revision: number
  objective: string
  sources: string[]
  text: string
  /** In the final case: its points, and what each miss takes away; without a loss one miss takes them all. */
  worth?: { points: number; loss?: number }
}

export interface ChoiceQuestion extends QuestionBase {
  type: 'single' | 'multi'
  /** A `free` option is neither right nor wrong: to choose it gives and takes nothing. */
  options: { id: string; text: string; right: boolean; free?: true; feedback: string }[]
}

export interface TrueFalseQuestion extends QuestionBase {
  type: 'truefalse'
  right: boolean
  feedback: { true: string; false: string }
}

/** `items` stand in the right order and get the letters a, b, c …; the learner sees them shuffled. */
export interface OrderQuestion extends QuestionBase {
  type: 'order'
  items: { id: string; text: string }[]
  feedback: { right: string; wrong: string }
}

/** What belongs together: `a`, `b` … on the left, `1`, `2` … on the right. The learner sees the right ones shuffled, with letters. */
export interface MatchQuestion extends QuestionBase {
  type: 'match'
  pairs: { left: { id: string; text: string }; right: { id: string; text: string }; feedback: string }[]
}

/** "Vilken dörr?": a part with one quiz, and the picture on its first page. */
export interface DoorTool extends Part {
  picture?: Picture
}

/** Which of the municipality's doors a business contacts: a multiple choice whose options are the doors, in their order. */
export interface DoorQuestion extends QuestionBase {
  type: 'doors'
  options: { id: string; code: string; text: string; right: boolean; feedback: string }[]
  /** The option that the business begins with. */
  first: string
  /** The state's doors, each with why where the business contacts it too. */
  state: { name: string; why?: string }[]
  /** Whom the municipality asks itself. */
  referral?: string
}

export interface NumericQuestion extends QuestionBase {
  type: 'numeric'
  answer: number
  /** How far from the answer, either way, still counts as right. */
  tolerance: number
  /** What the number counts, `veckor`; stands beside the field. */
  unit?: string
  feedback: { right: string; low: string; high: string }
}

/** A day to write; `answer` as `2026-12-29`. */
export interface DateQuestion extends QuestionBase {
  type: 'date'
  answer: string
  feedback: { right: string; early: string; late: string }
}

/** Papers to look at, some of whose lines are at fault and are to be marked. */
export interface MarkQuestion extends QuestionBase {
  type: 'mark'
  /** Who the learner is and what lies on the desk. */
  setting: string
  sheets: Sheet[]
}

/** One paper: a letter, a mail, an invoice, a drawing with its legend. */
export interface Sheet {
  /** What it is, `Brev`. */
  kind: string
  title: string
  /** Stands above the lines; its numbered plates are the lines' `place`. */
  picture?: Picture
  lines: SheetLine[]
}

export interface SheetLine {
  text: string
  heading?: boolean
  /** In front of the text, `Från`. */
  label?: string
  /** After the text and to the right, `12 500 kr`. */
  amount?: string
  /** The number of the plate in the sheet's picture. */
  place?: number
  /** Only a line with a part can be marked. */
  part?: { id: string; fault: boolean; feedback: string }
}

/** A text of the learner's own, which never leaves the browser: compared with `model`, judged by the learner point by point. */
export interface WriteQuestion extends QuestionBase {
  type: 'write'
  /** The model answer's paragraphs. */
  model: string[]
  checklist: { id: string; text: string }[]
}

/** One source of law, as in sources.yaml. */
export interface Source {
  id: string
  /** `Förvaltningslagen` */
  law: string
  /** `2017:900` */
  sfs: string
  /** `6 §` */
  place: string
  supports: string
  checked: string
  certainty: 'hog' | 'medel' | 'lag'
  nextReview: string
  note: string
}

/** Every part of the course in the order the learner meets it, the test's pool last. */
export const partsOf = ({ modules, pretest, finalCase, doorTool, test }: Course): Part[] =>
  [pretest, ...modules, finalCase, doorTool, test].filter((part) => part !== undefined)
