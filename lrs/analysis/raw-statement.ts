import type { Lrs } from '../lrs.ts'
import type { Statement } from '../xapi/types.ts'
import { isUuid } from '../xapi/values.ts'
import { openDirectory } from './directory.ts'
import { pseudonymise } from './pseudonymise.ts'
import { type Part, sentence } from './sentence.ts'

export interface RawStatement {
  parts: Part[]
  /** The statement's JSON, its agents pseudonyms, indented for reading. */
  json: string
}

/** One statement to read as it is stored; undefined when the municipality has none with this id. */
export async function readRawStatement(lrs: Lrs, municipality: string, id: string): Promise<RawStatement | undefined> {
  const json = isUuid(id) ? await lrs.statements.get(municipality, id.toLowerCase()) : undefined
  if (json === undefined) return undefined
  const directory = await openDirectory(lrs, municipality)
  const statement = pseudonymise(JSON.parse(json), directory.nameOf) as Statement
  return { parts: sentence(statement), json: JSON.stringify(statement, null, 2) }
}
