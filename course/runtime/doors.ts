import { streetLabel } from '../pictures/street-label.ts'
import { all } from './dom.ts'
import type { ModuleStanding, Verdict } from './verdict.ts'

export type DoorState = 'closed' | 'ajar' | 'open'

export const doorOf = ({ started, completed }: ModuleStanding): DoorState =>
  completed ? 'open' : started ? 'ajar' : 'closed'

const doorOfPoints = { 0: 'closed', 1: 'ajar', 2: 'open' } as const

export const stepDoor = (points: 0 | 1 | 2): DoorState => doorOfPoints[points]

export const doorWords: Record<DoorState, string> = {
  open: 'dörren är öppen',
  ajar: 'dörren står på glänt',
  closed: 'dörren är stängd',
}

/** Sets every module door below `root` to how its module stands; one that opens while it is looked at swings once. */
export function setDoors(root: ParentNode, { modules }: Verdict, options: { swing?: boolean } = {}) {
  for (const door of all<SVGElement>(root, '.door[data-module]')) {
    const standing = modules[door.dataset.module ?? '']
    if (standing) setDoor(door, doorOf(standing), options)
  }
  const states = Object.fromEntries(Object.entries(modules).map(([id, standing]) => [id, doorOf(standing)]))
  for (const half of all<SVGElement>(root, '.street')) {
    half.setAttribute('aria-label', streetLabel(half.dataset.half === '1' ? 1 : 2, states))
  }
}

export function setDoor(door: SVGElement, state: DoorState, { swing = false }: { swing?: boolean } = {}) {
  if (door.dataset.state === state) return
  door.dataset.state = state
  if (swing && state !== 'closed') door.dataset.swings = state
}

/** A copy of a module's glyph that shows a step of a scenario instead. */
export function stepGlyph(glyph: SVGElement, state: DoorState): SVGElement {
  const copy = glyph.cloneNode(true) as SVGElement
  for (const door of all<SVGElement>(copy, '.door')) {
    door.removeAttribute('data-module')
    door.removeAttribute('data-swings')
    door.dataset.state = state
  }
  return copy
}
