import { createHash } from 'node:crypto'
import type { Connection } from 'mongoose'
import type { Access } from '../accounts/access.ts'
import { activitiesOf } from '../xapi/activities-of.ts'
import type { ActivityDefinition, Statement } from '../xapi/types.ts'
import { addDefinitions } from './activity-store.ts'

/** How long a definition that was added is known to be, in milliseconds. */
const REMEMBERED_FOR = 10 * 60 * 1000
const MOST_REMEMBERED = 20_000

const remembered = new WeakMap<Connection, Map<string, number>>()

/**
 * Adds what newly stored statements say of the activities they name to what is known of those (Communication 2.5). It
 * comes after the batch, outside its transaction, and a definition that was added lately is not written again, so that an
 * activity which every statement names holds nobody up. A credential with an activity prefix describes those activities only.
 */
export async function defineActivities(
  connection: Connection,
  { municipality, activityPrefix = '' }: Pick<Access, 'municipality' | 'activityPrefix'>,
  statements: Statement[],
): Promise<void> {
  const added = remembered.get(connection) ?? new Map<string, number>()
  remembered.set(connection, added)
  const now = performance.now()
  const fresh = new Map<string, { definitions: ActivityDefinition[]; keys: string[] }>()
  for (const { id, definition = {} } of statements.flatMap(activitiesOf)) {
    if (!id.startsWith(activityPrefix) || Object.keys(definition).length === 0) continue
    const key = keyOf(municipality, id, definition)
    if ((added.get(key) ?? 0) > now) continue
    const entry = fresh.get(id) ?? { definitions: [], keys: [] }
    if (!entry.keys.includes(key)) {
      entry.definitions.push(definition)
      entry.keys.push(key)
    }
    fresh.set(id, entry)
  }
  await Promise.all(
    [...fresh].map(async ([id, { definitions, keys }]) => {
      await addDefinitions(connection, { municipality, id }, definitions)
      if (added.size + keys.length > MOST_REMEMBERED) added.clear()
      for (const key of keys) added.set(key, now + REMEMBERED_FOR)
    }),
  )
}

function keyOf(municipality: string, id: string, definition: ActivityDefinition): string {
  return createHash('sha1')
    .update(JSON.stringify([municipality, id, definition]))
    .digest('base64')
}
