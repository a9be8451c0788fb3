import { prepareStatements } from '../../lrs/statements/prepare.ts'
import type { PreparedStatement } from '../../lrs/statements/store.ts'
import type { Json } from './statement.ts'

/** What a store is given, as the Statements resource makes it of what was sent. */
export function prepared(stored: string, ...statements: Json[]): PreparedStatement[] {
  return preparedBy('test', stored, ...statements)
}

/** The same, sent with the credential of this name. */
export function preparedBy(name: string, stored: string, ...statements: Json[]): PreparedStatement[] {
  const authority = { objectType: 'Agent', account: { homePage: 'https://lrs.example.org', name } } as const
  return prepareStatements(statements, { stored, authority, version: '1.0.3' })
}

/** What a promise is rejected with; undefined when it is not. */
export async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  return undefined
}
