import type { Course, Door, DoorQuestion, LocalDoor } from '../course/structure/types.ts'
import type { LocalDoorView, LookupDoor, LookupView } from './view.ts'

/** The questions of "Vilken dörr?" with their doors, each with the municipality's own unit where the edition names one. */
export const lookups = (course: Course): LookupView[] =>
  (course.doorTool?.pages ?? [])
    .flatMap((page) => (page.kind === 'quiz' ? page.questions : []))
    .flatMap((question, n) => (question.type === 'doors' ? [lookup(question, n + 1, course)] : []))

function lookup({ text, options, first, state, referral }: DoorQuestion, number: number, course: Course): LookupView {
  const doors = options.flatMap(({ id, right, feedback }, n) => {
    const door = course.doors[n]
    return right && door ? [{ id, ...lookupDoor(door, course), why: feedback }] : []
  })
  const ordered = [...doors.filter(({ id }) => id === first), ...doors.filter(({ id }) => id !== first)]
  return {
    address: `dorr-${number}`,
    text,
    first: ordered[0]?.name ?? '',
    doors: ordered,
    state: state.filter(({ why }) => why),
    referral,
  }
}

function lookupDoor({ id, code, name }: Door, { doors, municipality }: Course): Omit<LookupDoor, 'why'> {
  const unit = municipality?.doors.find((local) => local.doors.includes(id))
  return { code, name, local: unit && doorView(unit, doors) }
}

/** A municipality's own unit with its contacts, and the doors it keeps. */
export function doorView({ doors, name, contact }: LocalDoor, known: Door[]): LocalDoorView {
  const kept = known.filter(({ id }) => doors.includes(id))
  return {
    name,
    codes: kept.map(({ code }) => code),
    answersFor: kept.map(({ answersFor }) => answersFor).join(', '),
    ...contact,
    phoneAddress: contact.phone && `tel:${contact.phone.replace(/[^\d+]/g, '')}`,
  }
}
