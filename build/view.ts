import type { SafeString } from 'handlebars'

/**
 * What the templates in course/templates receive. The build compiles every `.hbs` file there; `shell.hbs` is the document,
 * all others are partials named by their path without the ending (`question/single`). Strings are plain text and are
 * escaped by handlebars; a `Html` is ready to stand in the page (`{{html}}`, never a triple stash). Soft hyphens and
 * no-break spaces are set in the finished document, in templates' own words too. Helper: `(is a b c)`, a is b or c. A template
 * that prints what the view does not have stops the build: what is optional stands inside `{{#if}}` or `{{#with}}`.
 */
export interface CourseView {
  language: string
  title: string
  version: string
  /** `2026-11` */
  lawDate: string
  /** `november 2026` */
  lawDateInWords: string
  contact: string
  /** Of texts and pictures: `CC BY 4.0`. */
  licence: string
  /** The target's name: `scorm12`, `web`. */
  target: string
  /** All twelve, written or not, in order. */
  modules: ModuleView[]
  /** The name of the municipality whose own edition this is. */
  municipality?: string
  /** Its logo's path in the package. */
  logo?: string
  /** The municipality's doors with their contacts; empty in the edition for everybody. */
  doors: LocalDoorView[]
  /** The final case's name and its first page. */
  finalCase?: { title: string; page?: string }
  /** Every page of every written module and of the other parts, in order. */
  pages: PageView[]
  /** The pre-test's and the test's tasks, each in a template of its own: only one is on screen. */
  tasks: QuestionView[]
  /** The two exams' pages, where the package holds them. */
  pretest?: { title: string; page: string }
  test?: { title: string; page: string }
  /** The sources that the package's pages and questions rest on, in the order of sources.yaml. */
  sources: SourceView[]
  /** "Vilken dörr?": each question with its doors, to look up. */
  lookups: LookupView[]
  /** The words of the course, in the order of the alphabet. */
  glossary: { id: string; word: string; explanation: string; english: string }[]
  /** The picture on its first page. */
  doorPicture?: { src: string; alt: string; caption?: string }
  /** The course's doors. */
  allDoors: { code: string; name: string; answersFor: string }[]
  /** The sheets for the desk, in order. */
  tools: ToolView[]
  /** The cover's two half-streets, every door in its three states. */
  street: Html[]
  /** CourseData as JSON, safe inside a script element. */
  data: Html
}

export type Html = SafeString

export interface LocalDoorView {
  name: string
  /** Of the course's doors that it keeps: `BYG`, `MIL`. */
  codes: string[]
  answersFor: string
  phone?: string
  /** `tel:` and the digits. */
  phoneAddress?: string
  email?: string
  web?: string
  hours: string[]
}

export interface PartView {
  id: string
  title: string
  minutes: number
  /** Empty in a module that is not written. */
  pages: PageLink[]
  /** The door glyph in its three states. */
  glyph: Html
}

export interface ModuleView extends PartView {
  number: number
  written: boolean
  objectives: { id: string; text: string }[]
}

export interface PageLink {
  id: string
  title: string
  /** 1 for the module's first page. */
  number: number
}

export type PageView = PageFrame & PageContent

/** A page's place in its part. */
export interface PageFrame extends PageLink {
  /** Pages in the part, for "Sida 2 av 9". */
  count: number
  /** The module the page is part of, or another part, which has no number. */
  module: PartView & { number?: number }
  previous?: PageLink
  next?: PageLink
}

export type PageContent = ReadingView | ScenarioView | QuizView | PretestView | TestView | CaseResultView

export interface ReadingView {
  kind: 'reading' | 'card' | 'task'
  html: Html
  picture?: PictureView
  law?: LawView
  /** "Så gör vi här", in a municipality's edition. */
  custom?: { paragraphs: string[]; targets: string[] }
  note?: { title: string; lines: string[] }
}

export interface PictureView {
  src: string
  alt: string
  caption?: string
}

export interface LawView {
  rows: { label: string; text: string }[]
  /** One for each law the rows come from: `Regeringsformen, 1974:152`, checked `november 2026`. */
  laws: { law: string; sfs: string; checked: string }[]
}

export interface ScenarioView {
  kind: 'scenario'
  scenario: {
    id: string
    title: string
    role: string
    endings: { good: string; fair: string; redo: string }
    steps: StepView[]
  }
}

export interface StepView {
  id: string
  number: number
  label: string
  line: string
  /** Of the line, where it is not the page's own. */
  language?: string
  /** The drawing, with its outcomes switched by `data-outcome`. */
  scene: Html
  choices: ChoiceView[]
}

export interface ChoiceView {
  id: string
  text: string
  points: 0 | 1 | 2
  /** What the points are called in classes and data attributes. */
  outcome: 'open' | 'ajar' | 'closed'
  consequence: string
  feedback: string
  next?: string
}

/** A quiz, or a case with documents. */
export interface QuizView {
  kind: 'quiz' | 'document' | 'case'
  questions: QuestionView[]
}

export interface PretestView {
  kind: 'pretest'
  /** The modules that everybody takes, as in `God förvaltning och Opartiskhet`. */
  required: string
  modules: { id: string; number: number; title: string; case: string }[]
}

export interface TestView {
  kind: 'test'
  /** `first` is the module's first page. */
  modules: { id: string; number: number; title: string; first: string; objectives: { id: string; text: string }[] }[]
}

export type QuestionView = QuestionFrame & AnswersView

export interface QuestionFrame {
  id: string
  number: number
  /** Questions on the page, for "Fråga 1 av 4". */
  count: number
  text: string
  /** The question type's partial: `question/single`, `question/multi`, `question/truefalse`, `question/order` and so on. */
  partial: string
  /** What the question rests on, as in `Förvaltningslagen 6 §`. */
  law: string[]
  /** On a document page, what a later question goes back to. */
  papers?: SheetView[]
}

/**
 * A true/false question has the options `true` and `false`. An order question's items stand in the right order, a match
 * question's answers in that of its terms.
 */
export type AnswersView =
  | {
      type: 'single' | 'multi' | 'truefalse'
      options: { id: string; text: string; right: boolean; feedback: string }[]
    }
  | {
      type: 'doors'
      options: { id: string; code: string; text: string; right: boolean; feedback: string }[]
      /** The option to begin with, and its door's name. */
      first: string
      firstName: string
      state: { name: string; why?: string }[]
      referral?: string
    }
  | { type: 'order'; items: { id: string; text: string }[]; feedback: { right: string; wrong: string } }
  | {
      type: 'match'
      terms: { id: string; text: string; feedback: string }[]
      answers: { id: string; text: string }[]
    }
  | {
      type: 'numeric'
      /** In front of the field or after it, as it is said: `vecka 24`, `24 kronor`. */
      unit?: { text: string; leads: boolean }
      feedback: { right: string; low: string; high: string }
      /** What a number below and above the right one is called: `För kort`, `För långt`. */
      verdicts: { low: string; high: string }
    }
  | { type: 'date'; feedback: { right: string; early: string; late: string } }
  | { type: 'mark'; setting: string; sheets: SheetView[] }
  | { type: 'write'; model: string[]; checklist: { id: string; text: string }[] }

export interface CaseResultView {
  kind: 'case-result'
  pass: number
  rows: { title: string; again: { id: string; title: string }[] }[]
  good: string
  redo: string
}

/** One paper of a question that marks; a line with a `part` can be marked. */
export interface SheetView {
  kind: string
  title: string
  picture?: PictureView
  lines: {
    text: string
    heading?: boolean
    label?: string
    amount?: string
    place?: number
    part?: { id: string; fault: boolean; feedback: string }
  }[]
}

/** A question of "Vilken dörr?" and whom the business contacts, the first door first. */
export interface LookupView {
  /** The page's address, `dorr-3`. */
  address: string
  text: string
  first: string
  doors: LookupDoor[]
  state: { name: string; why?: string }[]
  referral?: string
}

export interface LookupDoor {
  code: string
  name: string
  why: string
  /** The municipality's own unit, in its edition. */
  local?: LocalDoorView
}

export interface ToolView {
  id: string
  title: string
  kind: 'checklist' | 'sheet' | 'facilitator'
  about: string
  html: Html
}

export interface SourceView {
  id: string
  law: string
  sfs: string
  place: string
  supports: string
  /** `november 2026` */
  checked: string
}
