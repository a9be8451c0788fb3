import type { FactRow } from '../statements/store.ts'
import type { Statement } from '../xapi/types.ts'
import { pseudonymise } from './pseudonymise.ts'
import type { Directory } from './pseudonyms.ts'

/** One event as analysts may see it: the statement's agents are pseudonyms, and `row` is read for its flat facts only. */
export interface AnalysedEvent {
  row: Omit<FactRow, 'json' | 'actor' | 'response'>
  statement: Statement
}

export function analysedEvent(
  { json, actor, response, ...row }: FactRow,
  directory: Pick<Directory, 'nameOf'>,
): AnalysedEvent {
  return { row, statement: pseudonymise(JSON.parse(json), directory.nameOf) as Statement }
}
