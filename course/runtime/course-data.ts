import type { Page, TestItem } from '../structure/types.ts'

export type { TestItem }

/**
 * What the runtime knows of the course: the build writes it as JSON into the document, beside the pages' templates.
 * Texts that only statements need (`text`, option texts) are there in targets that send statements.
 */
export interface CourseData {
  id: string
  title: string
  version: string
  lawDate: string
  modules: ModuleData[]
  /** The parts beside the modules, each in a package that holds it. */
  pretest?: PretestData
  finalCase?: PartData
  doorTool?: PartData
  /** Ids of the pages outside the parts: tools, sources, about. Nothing that happens there is recorded. */
  extras: string[]
  test?: TestData
}

/** Pages with questions: answers in them are saved, sent and judged alike, whatever part they stand in. */
export interface PartData {
  id: string
  title: string
  minutes: number
  pages: PageData[]
}

export interface ModuleData extends PartData {
  written: boolean
}

/** The voluntary cases: a right one lets the learner skip its module, except where `required` names it. */
export interface PretestData extends PartData {
  required: string[]
}

/** The final test. Its one page holds the whole pool; an attempt draws from it. */
export interface TestData extends PartData {
  /** Share 0–1 where the LMS gives none. */
  passMark: number
  /** Modules of which one right answer is needed to pass. */
  essential: string[]
  /** Modules of which at least one of the two tasks is a `g2` item. */
  permits: string[]
  pool: TestItem[]
}

/** Every part of the package in the order the learner meets it, the test's pool last. */
export const partsOf = ({ modules, pretest, finalCase, doorTool, test }: CourseData): PartData[] =>
  [pretest, ...modules, finalCase, doorTool, test].filter((part) => part !== undefined)

export interface PageData {
  id: string
  kind: Page['kind']
  title: string
  /** The scenario's id on a scenario page. */
  scenario?: string
  /** Quiz questions or scenario steps, in order. */
  questions: QuestionData[]
  /** On the final case's result: the points that reach its goal, and each row's questions. */
  result?: { pass: number; rows: { questions: string[] }[] }
}

export interface QuestionData {
  id: string
  type: 'single' | 'multi' | 'truefalse' | 'order' | 'match' | 'numeric' | 'date' | 'mark' | 'write' | 'step'
  revision: number
  /**
   * Option ids, or an order question's item ids in the right order; `true` and `false` for a statement; a match question's
   * left side, whose right side is `answers`; the lines that can be marked; the points of a text's checklist; none for a number.
   */
  options: OptionData[]
  /** What a match question's options are paired with. */
  answers?: OptionData[]
  /** The right response, in the neutral form of `Response`. */
  right: Response
  /** How far from the right number, either way, still counts as right. */
  tolerance?: number
  /** The learning objective; a scenario step has none of its own. */
  objective?: string
  /** In the final case: points, and what each miss takes away; without a loss one miss takes them all. */
  worth?: { points: number; loss?: number }
  text?: string
}

export interface OptionData {
  id: string
  text?: string
  /** Neither right nor wrong. */
  free?: true
  /** Scenario steps: 2 door open, 1 ajar, 0 closed. */
  points?: 0 | 1 | 2
  /** Scenario steps: the next step's id; absent at the end. */
  next?: string
}

/** A response in no format's spelling: option ids in the order given, `['a','c']`, `['true']`, pairs `['a.2','b.1']`, a number `['2.5']`. */
export type Response = string[]
