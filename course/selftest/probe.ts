import type { CourseData } from '../runtime/course-data.ts'
import type { Edition } from '../runtime/scorm/edition.ts'
import type { Elements } from '../runtime/scorm/elements.ts'
import { type Refusal, refusalText, ScormSession } from '../runtime/scorm/session.ts'
import type { Finding, Outcome } from './finding.ts'
import { questionWords, sampleAnswer, sampleQuestions, sampleState, swedishText } from './sample.ts'

/** What the course keeps itself to, and the build checks (build/state-size.ts). */
const courseState = 3500

const data: CourseData = {
  id: 'selftest',
  title: 'Självtest',
  version: '1.0.0',
  lawDate: '2026-11',
  modules: [],
  extras: [],
}

/** What was tried in one launch, and the saved state that the next launch is to find. */
export interface Sitting {
  findings: Finding[]
  /** Characters of the state that was left; 0 when none was kept. */
  left: number
}

/**
 * The first launch: writes what the course writes, up to its limits, and reads back at once what can be read. LMSs answer
 * "true" to anything, so only what is read back counts as stored.
 */
export function writeAll(api: object, edition: Edition, now: Date): Sitting {
  const session = new ScormSession(api, edition)
  const refusal = session.initialize()
  if (refusal) {
    const meaning = 'Utbildningsportalen öppnade ingen session. Då sparas inget av kursen.'
    return {
      findings: [{ what: 'Start', outcome: 'refused', meaning, detail: refusalText(refusal), needed: true }],
      left: 0,
    }
  }
  const probe = new Probe(session, edition)
  const states = [courseState, edition.longestState].map((length) => probe.state(length))
  const findings = [
    ...states,
    probe.standing(),
    probe.score(),
    probe.place(),
    probe.objective(),
    ...sampleQuestions.map((_, n) => probe.question(n, now)),
    probe.leaving(),
  ]
  const kept = states.findLastIndex(({ outcome }) => outcome === 'stored')
  const left = [0, courseState, edition.longestState][kept + 1] ?? 0
  if (left > 0) session.set('cmi.suspend_data', sampleState(left))
  findings.push(probe.commit())
  session.terminate()
  return { findings, left }
}

/** A later launch: reads back what the one before left behind. A state that did not come back is tried again, shorter. */
export function readBack(api: object, edition: Edition, left: number): Sitting {
  const session = new ScormSession(api, edition)
  session.initialize()
  const probe = new Probe(session, edition)
  const findings = probe.cameBack(left)
  const kept = findings.find(({ what }) => what === stateWords(left))?.outcome === 'stored'
  const again = !kept && left > courseState ? courseState : 0
  if (again > 0) probe.writeAgain(again)
  session.terminate()
  return { findings, left: again }
}

const thousands = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
const stateWords = (length: number) => `Läget efter omstart, ${thousands(length)} tecken`

class Probe {
  readonly session: ScormSession
  readonly #edition: Edition
  /** Answers that an earlier try of this test left. */
  readonly #answered: number

  /** `session` is open. */
  constructor(session: ScormSession, edition: Edition) {
    this.session = session
    this.#edition = edition
    this.#answered = Number(session.get('cmi.interactions._count')) || 0
  }

  state(length: number): Finding {
    const element = 'cmi.suspend_data'
    const refusal = this.session.set(element, sampleState(length)) ?? this.session.commit()
    const needed = length === courseState
    return this.#compared(element, sampleState(length), {
      what: `Läget, ${thousands(length)} tecken`,
      needed,
      refusal,
      meaning: needed
        ? 'Kursen behöver det för att fortsätta där du var.'
        : 'Så mycket tillåter standarden. Kursen behöver högst 3 500 tecken.',
    })
  }

  standing(): Finding {
    const incomplete: Elements = this.#edition.statuses(() => undefined, undefined)
    return this.#all(incomplete, {
      what: 'Status',
      needed: true,
      meaning: 'Visar om kursen är påbörjad, klar eller godkänd.',
    })
  }

  score(): Finding {
    const elements = this.#edition.score(this.#edition.names.score, 0.83)
    return this.#all(elements, { what: 'Poäng', needed: true, meaning: 'Resultatet, 0 till 100.' })
  }

  /** Where the learner is: the one text of the course's own that may have å, ä and ö in SCORM 1.2. */
  place(): Finding {
    const place: Elements = [[this.#edition.names.location, swedishText]]
    return this.#all(place, {
      what: 'Å, ä och ö',
      needed: false,
      meaning: 'Kursens egna koder har bara a–z, så läget klarar sig ändå.',
    })
  }

  objective(): Finding {
    const elements = this.#edition.objective('cmi.objectives.0', 'M1', { started: true, completed: true, scaled: 0.5 })
    return this.#all(elements, { what: 'Moduler som mål', needed: false, meaning: 'Visar hur det gick i varje modul.' })
  }

  question(n: number, now: Date): Finding {
    const question = sampleQuestions[n] as (typeof sampleQuestions)[number]
    const told = { question, data }
    const elements = this.#edition.interaction(
      `cmi.interactions.${this.#answered + n}`,
      sampleAnswer(question, now.toISOString()),
      told,
    )
    const meaning = 'Visar vad deltagaren svarade. Kursen fungerar utan.'
    return this.#all(elements, { what: questionWords[question.type] ?? question.type, needed: false, meaning })
  }

  /** The session's time and how it ends: neither can be read. */
  leaving(): Finding {
    const { names, duration, exit } = this.#edition
    const elements: Elements = [
      [names.sessionTime, duration(61.5)],
      [names.exit, exit('suspend')],
    ]
    return this.#all(elements, {
      what: 'Tid och avslut',
      needed: true,
      meaning: 'Avslutet säger att besöket ska fortsätta nästa gång.',
    })
  }

  commit(): Finding {
    const refusal = this.session.commit()
    const meaning = 'Ber utbildningsportalen att spara på riktigt.'
    const outcome = refusal ? 'refused' : 'taken'
    return { what: 'Spara', outcome, meaning, detail: refusal ? refusalText(refusal) : 'true, fel 0', needed: true }
  }

  cameBack(left: number): Finding[] {
    const { names } = this.#edition
    const read = (element: string, sent: string, words: Omit<Words, 'refusal'>) => this.#compared(element, sent, words)
    const meaning = 'Kursen fortsätter därifrån nästa gång.'
    return [
      ...(left > 0
        ? [read('cmi.suspend_data', sampleState(left), { what: stateWords(left), needed: true, meaning })]
        : []),
      read(names.entry, 'resume', {
        what: 'Återkomst',
        needed: false,
        meaning: 'Utbildningsportalen säger att besöket är en fortsättning.',
      }),
      ...this.#edition
        .statuses(() => undefined, undefined)
        .map(([element, value]) =>
          read(element, value, {
            what: `Status efter omstart (${element})`,
            needed: true,
            meaning: 'Statusen står kvar.',
          }),
        ),
      read(`${names.score}.score.raw`, '83', {
        what: 'Poäng efter omstart',
        needed: true,
        meaning: 'Poängen står kvar.',
      }),
      read(names.location, swedishText, {
        what: 'Å, ä och ö efter omstart',
        needed: false,
        meaning: 'Kursens egna koder har bara a–z, så läget klarar sig ändå.',
      }),
    ]
  }

  writeAgain(length: number): void {
    const { names, exit } = this.#edition
    this.session.set('cmi.suspend_data', sampleState(length))
    this.session.set(names.exit, exit('suspend'))
    this.session.commit()
  }

  /** Writes elements that belong together and reads those back that can be read; the worst of them is told. */
  #all(elements: Elements, { what, needed, meaning }: Omit<Words, 'refusal'>): Finding {
    const told = elements.map(([element, value]) =>
      this.#compared(element, value, { what, needed, meaning, refusal: this.session.set(element, value) }),
    )
    const worst = worstFirst.flatMap((outcome) => told.filter((finding) => finding.outcome === outcome))[0]
    return worst ?? { what, outcome: 'lost', meaning, detail: '', needed }
  }

  #compared(element: string, sent: string, { what, needed, meaning, refusal }: Words): Finding {
    const found = (outcome: Outcome, detail: string): Finding => ({
      what,
      outcome,
      meaning,
      detail: `${element}: ${detail}`,
      needed,
    })
    if (refusal) return found('refused', refusalText(refusal))
    if (this.#unreadable(element)) return found('taken', 'går bara att skriva')
    const held = this.session.get(element)
    if (held === sent || (isNumber(sent) && held !== undefined && Number(held) === Number(sent)))
      return found('stored', brief(sent))
    if (!held) return found('lost', `skrev ${brief(sent)}, läste inget`)
    const cut = sent.startsWith(held) && held.length < sent.length
    return found(cut ? 'cut' : 'changed', `skrev ${brief(sent)}, läste ${brief(held)}`)
  }

  /** SCORM 2004 lets answers be read, and the course does not ask; here it is asked. */
  #unreadable(element: string): boolean {
    const answers = this.#edition.apiName === 'API_1484_11' && element.startsWith('cmi.interactions.')
    return this.#edition.writeOnly.test(element) && !answers
  }
}

interface Words {
  what: string
  needed: boolean
  meaning: string
  refusal?: Refusal
}

const worstFirst: Outcome[] = ['refused', 'lost', 'cut', 'changed', 'stored', 'taken']

/** An LMS may write 83 as 83.00. */
const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text)

const brief = (text: string) => (text.length > 40 ? `${thousands(text.length)} tecken` : `”${text}”`)
