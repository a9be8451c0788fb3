import { type Connection, type Model, Schema } from 'mongoose'
import { LrsError } from '../errors.ts'
import { isDuplicateKey } from '../storage/duplicate-key.ts'
import { mergeDefinitions } from '../xapi/definition.ts'
import type { ActivityDefinition } from '../xapi/types.ts'

interface Row {
  /** Municipality and activity id as JSON text. */
  _id: string
  municipality: string
  /** As JSON text, because extensions have keys of their own. */
  definition: string
  /** Counts the changes, so that none of two at once is lost. */
  revision: number
}

const schema = new Schema<Row>(
  {
    _id: { type: String, required: true },
    municipality: { type: String, required: true },
    definition: { type: String, required: true },
    revision: { type: Number, required: true },
  },
  { versionKey: false },
)

export function activityModel(connection: Connection): Model<Row> {
  return connection.models.Activity ?? connection.model<Row>('Activity', schema)
}

/** What is known of these activities, by id; those that nothing is known of are left out. */
export async function findDefinitions(
  connection: Connection,
  municipality: string,
  ids: string[],
): Promise<Map<string, ActivityDefinition>> {
  const distinct = [...new Set(ids)]
  const found = new Map<string, ActivityDefinition>()
  for (let start = 0; start < distinct.length; start += MOST_AT_ONCE) {
    const rowIds = distinct.slice(start, start + MOST_AT_ONCE).map((id) => rowId(municipality, id))
    const rows = await activityModel(connection)
      .find({ _id: { $in: rowIds } })
      .lean()
    for (const { _id, definition } of rows) found.set(activityId(_id), JSON.parse(definition))
  }
  return found
}

const MOST_AT_ONCE = 500

/** However many describe one activity at once, in every round one of them gets through. */
const ROUNDS = 1000

/** Adds what is said of an activity to what is known of it, in the order given. */
export async function addDefinitions(
  connection: Connection,
  activity: { municipality: string; id: string },
  definitions: ActivityDefinition[],
): Promise<void> {
  const _id = rowId(activity.municipality, activity.id)
  const activities = activityModel(connection)
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = await activities.findById(_id).lean()
    const before: ActivityDefinition = known ? JSON.parse(known.definition) : {}
    const definition = JSON.stringify(definitions.reduce(mergeDefinitions, before))
    if (definition === known?.definition) return
    if (known) {
      const change = { $set: { definition, revision: known.revision + 1 } }
      if (await activities.findOneAndUpdate({ _id, revision: known.revision }, change).lean()) return
    } else if (await insert(activities, { _id, municipality: activity.municipality, definition, revision: 1 })) return
  }
  throw new LrsError('unavailable', 'The activity is being described by too many at once. Try again.')
}

/** False when somebody else was faster. */
async function insert(activities: Model<Row>, row: Row): Promise<boolean> {
  try {
    await activities.create(row)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

function rowId(municipality: string, id: string): string {
  return JSON.stringify([municipality, id])
}

function activityId(rowId: string): string {
  const [, id] = JSON.parse(rowId) as [municipality: string, id: string]
  return id
}
