import { prepareStatements } from '../../lrs/statements/prepare.ts'
import type { PreparedStatement } from '../../lrs/statements/store.ts'
import type { Json } from './statement.ts'

const authority = { objectType: 'Agent', account: { homePage: 'https://lrs.example.org', name: 'test' } } as const

/** What a store is given, as the Statements resource makes it of what was sent. */
export function prepared(stored: string, ...statements: Json[]): PreparedStatement[] {
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
