import type { MenuOption, Menus } from './menus.ts'
import { type Selection, type SelectionField, selectionQuery, without } from './selection.ts'
import { dayRange } from './swedish-time.ts'
import { shortened } from './words.ts'

/** One chosen filter, with the address of the same selection without it. */
export interface Chip {
  text: string
  href: string
}

/** Every filter of the selection in words, the two days as one. */
export function chips(selection: Selection, menus: Menus): Chip[] {
  const { text, from, to } = selection
  const chosen: [SelectionField, string | undefined][] = [
    ['text', text === undefined ? undefined : `”${shortened(text, 30)}”`],
    ['person', chosenText(menus.people)],
    ['verb', chosenText(menus.verbs)],
    ['activity', chosenText(menus.activities)],
    ['module', chosenText(menus.modules)],
    ['question', chosenText(menus.questions)],
  ]
  const single = chosen.flatMap(([field, label]) =>
    label === undefined ? [] : [{ text: label, href: address(without(selection, field)) }],
  )
  if (from === undefined && to === undefined) return single
  return [...single, { text: dayRange(from, to), href: address(without(without(selection, 'from'), 'to')) }]
}

/** The address of the events in this selection. */
export function address(selection: Selection, path = '/analys'): string {
  const query = selectionQuery(selection)
  return query === '' ? path : `${path}?${query}`
}

function chosenText(options: MenuOption[]): string | undefined {
  const text = options.find(({ selected }) => selected)?.text
  return text === undefined ? undefined : shortened(text, 48)
}
