import { createHash } from 'node:crypto'
import type { PreparedStatement, StatementFacts, StatementKey } from '../store.ts'
import { statementText, storableKey } from '../text.ts'
import { type KeyField, keyFields, type RowKeys, type StatementRow } from './statement-model.ts'

export function rowId(municipality: string, id: string): string {
  return `${municipality}/${id.toLowerCase()}`
}

/** The statement's id within its municipality. */
export function statementIdOf({ _id, municipality }: Pick<StatementRow, '_id' | 'municipality'>): string {
  return _id.slice(municipality.length + 1)
}

/** Pure, so that it can be done before the transaction. */
export function prepareRow(municipality: string, position: string, statement: PreparedStatement): StatementRow {
  const target = statement.references ?? statement.voids
  return {
    _id: rowId(municipality, statement.id),
    municipality,
    position,
    timestamp: new Date(statement.timestamp),
    voided: false,
    voiding: statement.voids !== undefined,
    ...(target !== undefined && { target: target.toLowerCase() }),
    fingerprint: createHash('sha256').update(statement.comparable).digest('base64'),
    keys: rowKeys(statement.keys),
    facts: storableFacts(statement.facts),
    text: statementText(JSON.parse(statement.json)),
    json: statement.json,
  }
}

/** A key is also a related one: a search for those looks in one field, not in two. */
const fieldsOf: Partial<Record<StatementKey['kind'], KeyField>> = {
  agent: 'relatedAgent',
  activity: 'relatedActivity',
}

function rowKeys(keys: StatementKey[]): RowKeys {
  const fields = Object.values(keyFields).map((field) => [field, new Set<string>()] as const)
  const sets = Object.fromEntries(fields) as Record<KeyField, Set<string>>
  for (const { kind, key } of keys) {
    const text = storableKey(key)
    sets[keyFields[kind]].add(text)
    const related = fieldsOf[kind]
    if (related) sets[related].add(text)
  }
  return Object.fromEntries(fields.map(([field, set]) => [field, [...set]])) as RowKeys
}

/** What is only shown may lose a lone surrogate; what is compared and counted may not. Zero has no sign. */
function storableFacts(facts: StatementFacts): StatementFacts {
  const said = Object.entries(facts).filter(([, value]) => value !== undefined)
  const storable = said.map(([name, value]) => {
    if (typeof value !== 'string') return [name, Object.is(value, -0) ? 0 : value]
    return [name, name === 'response' || name === 'lawDate' ? value.toWellFormed() : storableKey(value)]
  })
  return Object.fromEntries(storable)
}
