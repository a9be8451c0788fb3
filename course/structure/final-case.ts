import { parseWrite } from './document.ts'
import type { Findings } from './findings.ts'
import { parseRevision } from './page.ts'
import { parseQuestion } from './quiz.ts'
import type { CasePage, CaseResultPage, Question } from './types.ts'
import type { Fields } from './yaml-fields.ts'

/**
 * The final case's screens: questions in quiz.yaml's keys and one text to write. `poang` is what a screen is worth, none where
 * it is left out; `avdrag` what each miss takes away, where not everything is lost with one.
 */
export function parseCase(fields: Fields, id: string, findings: Findings): CasePage {
  findings.define('page', id, fields.place())
  const page: CasePage = {
    kind: 'case',
    id,
    title: fields.text('titel'),
    revision: parseRevision(fields),
    screens: [],
    questions: [],
  }
  for (const screen of fields.list('skarmar')) {
    page.screens.push(screen.text('namn'))
    const worth = parseWorth(screen)
    const read = screen.has('forslag') ? [parseWrite(screen, findings)] : parseQuestion(screen, findings)
    page.questions.push(...read.map((question): Question => ({ ...question, ...worth })))
  }
  fields.close()
  return page
}

function parseWorth(fields: Fields): Pick<Question, 'worth'> {
  if (!fields.has('poang')) return {}
  const points = fields.integer('poang', { min: 1, max: 100 })
  return {
    worth: { points, ...(fields.has('avdrag') ? { loss: fields.integer('avdrag', { min: 1, max: 100 }) } : {}) },
  }
}

/** The page that sums the case up: `godkant` points of all. */
export function parseCaseResult(fields: Fields, id: string, findings: Findings): CaseResultPage {
  findings.define('page', id, fields.place())
  const page: CaseResultPage = {
    kind: 'case-result',
    id,
    title: fields.text('titel'),
    revision: parseRevision(fields),
    pass: fields.integer('godkant', { min: 1, max: 100 }),
    rows: fields.list('rader').map((row) => {
      const read = {
        title: row.text('namn'),
        questions: row.references('fragor', 'question'),
        again: row.references('repetera', 'page'),
      }
      row.close()
      return read
    }),
    good: fields.text('bra'),
    redo: fields.text('gor_om'),
  }
  fields.close()
  return page
}
