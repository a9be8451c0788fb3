import { type VerbName, verbNames, verbs } from '../../course/vocabulary.ts'
import type { Activity, Context, Result, Statement } from '../../lrs/xapi/types.ts'

/** A statement of `Lots 7K4` as the analysis sees it, its agents already pseudonyms. */
export function analysedStatement(verb: VerbName | string, changes: Partial<Statement> = {}): Statement {
  const known = Object.hasOwn(verbs, verb) ? (verb as VerbName) : undefined
  return {
    id: '0e3b7a52-6d0f-4c53-9a3e-5c1d2f7b8a90',
    actor: { name: 'Lots 7K4' },
    verb: known === undefined ? { id: verb } : { id: verbs[known], display: { sv: verbNames[known] } },
    object: { id: 'https://example.org/activities/1', definition: { name: { sv: 'Något' } } },
    timestamp: '2026-11-24T13:52:07.120Z',
    ...changes,
  }
}

/** An answer to a question with this definition. */
export function answer(given: { definition: Activity['definition']; result?: Result; context?: Context }): Statement {
  const { definition, ...rest } = given
  return analysedStatement('answered', { object: { id: 'https://example.org/q/1', definition }, ...rest })
}
