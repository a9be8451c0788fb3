import { type Activity, isActivity, type Statement, type SubStatement } from './types.ts'

/** Every activity that a statement names, as its object and in its context, in its sub-statement too. */
export function activitiesOf({ object, context }: Statement | SubStatement): Activity[] {
  const named = Object.values(context?.contextActivities ?? {}).flat()
  if (isActivity(object)) return [object, ...named]
  return object.objectType === 'SubStatement' ? [...activitiesOf(object), ...named] : named
}
