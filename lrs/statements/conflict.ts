import { LrsError } from '../errors.ts'

/** What a request is refused with whose statement, `index` of `count`, has the id of another one that is stored. */
export function conflictOver(id: string, { index, count }: { index: number; count: number }): LrsError {
  const path = count > 1 ? `[${index}].id` : 'statement.id'
  const message = `Another statement with the id ${id} is stored. Give this one a new id.`
  return new LrsError('conflict', message, { issues: [{ path, message, requirement: 'Communication 2.1.1' }] })
}
