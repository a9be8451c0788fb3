import type { QuestionData, Response } from '../course-data.ts'
import { all, fromTemplate, one } from '../dom.ts'
import { stopwatch } from '../page.ts'
import type { Answering } from '../questions/answering.ts'
import { answeringOf } from '../questions/answering-of.ts'

export interface GivenAnswer {
  response: Response
  confidence: 'sure' | 'unsure'
  seconds: number
}

export interface TaskOptions {
  /** Of what the options' order comes. */
  seed: string
  /** `Uppgift 4 av 30` */
  place: string
  /** What was answered before, open to change. */
  earlier?: Pick<GivenAnswer, 'response' | 'confidence'>
  answered(given: GivenAnswer): void
}

/** One task of an exam: the question, how sure the learner is, and no word of right or wrong. */
export class Task {
  readonly section: HTMLElement
  private readonly options: TaskOptions
  private readonly answering: Answering
  private readonly seconds = stopwatch()

  constructor(question: QuestionData, options: TaskOptions) {
    this.options = options
    this.section = one(fromTemplate(`task-${question.id}`), '.question')
    one(this.section, '.eyebrow').textContent = options.place
    this.answering = answeringOf(this.section, question, `${options.seed}/${question.id}`)
    const { earlier } = options
    if (earlier) {
      this.answering.restore?.(earlier.response)
      this.sureness(earlier.confidence).checked = true
    }
    const form = one(this.section, 'form')
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.answer()
    })
    form.addEventListener('input', () => this.hint(''))
  }

  get heading(): HTMLElement {
    return one(this.section, 'h1')
  }

  /** Shows what was answered with its verdict, no longer open to change. */
  tell(response: Response) {
    this.answering.showAnswer(response)
    for (const control of all(this.section, '.confidence, [type="submit"]')) control.hidden = true
  }

  private answer() {
    const response = this.answering.response()
    if ('missing' in response) return this.hint(response.missing)
    const confidence = (['sure', 'unsure'] as const).find((value) => this.sureness(value).checked)
    if (!confidence) return this.hint('Välj också om du är säker eller osäker.')
    this.options.answered({ response: response.given, confidence, seconds: this.seconds() })
  }

  private sureness = (value: 'sure' | 'unsure') =>
    one<HTMLInputElement>(this.section, `.confidence input[value="${value}"]`)

  private hint(sentence: string) {
    one(this.section, '.hint').textContent = sentence
  }
}
