import { activities } from '../../course/vocabulary.ts'
import type { FactFilter, StatementStore } from '../statements/store.ts'
import { type Activity, isActivity, type Statement } from '../xapi/types.ts'
import { activityName, moduleLabel } from './words.ts'

/** What modules, questions and other activities are called: as the newest statement about them says. */
export interface Labels {
  /** `1. Många dörrar in` */
  module(municipality: string, id: string): Promise<string>
  /** The question as an activity, its options included. */
  question(municipality: string, id: string): Promise<Activity | undefined>
  /** Undefined for what is no activity. */
  activity(municipality: string, id: string): Promise<Activity | undefined>
}

const lifetime = 10 * 60 * 1000
const MOST_REMEMBERED = 20_000

/** Remembers each answer for ten minutes: a menu asks for hundreds of them, and they hardly ever change. */
export function createLabels(statements: StatementStore): Labels {
  const remembered = new Map<string, { activity: Activity | undefined; until: number }>()

  async function find(municipality: string, filter: FactFilter, isIt: (activity: Activity) => boolean) {
    const key = JSON.stringify([municipality, filter])
    const known = remembered.get(key)
    if (known !== undefined && known.until > Date.now()) return known.activity
    const activity = await findActivity(statements, { municipality, filter, isIt })
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    if (activity !== undefined) remembered.set(key, { activity, until: Date.now() + lifetime })
    return activity
  }

  return {
    async module(municipality, id) {
      const found = await find(municipality, { module: id }, (activity) => activity.id === activities.module(id))
      return moduleLabel(id, found && activityName(found))
    },
    question: (municipality, id) => find(municipality, { question: id }, () => true),
    activity: (municipality, id) => find(municipality, { activity: id }, (activity) => activity.id === id),
  }
}

/** The first activity that fits in the newest statement of the filter, its object before its context. */
async function findActivity(
  statements: StatementStore,
  wanted: { municipality: string; filter: FactFilter; isIt: (activity: Activity) => boolean },
): Promise<Activity | undefined> {
  const { rows } = await statements.facts(wanted.municipality, wanted.filter, { limit: 1 })
  return rows.flatMap(({ json }) => activitiesOf(JSON.parse(json))).find(wanted.isIt)
}

function activitiesOf({ object, context }: Statement): Activity[] {
  const around = Object.values(context?.contextActivities ?? {}).flat()
  return isActivity(object) ? [object, ...around] : around
}
