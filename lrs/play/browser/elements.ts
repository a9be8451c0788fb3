import type { Stored } from './runtime.ts'

/** The data model as SCORM names it, `cmi.core.score.raw`, only what has a value; answers and objectives by their numbers. */
export function elementsOf(model: Stored, prefix = 'cmi'): [element: string, value: string][] {
  return Object.entries(model).flatMap(([key, value]): [string, string][] => {
    const element = key === 'childArray' ? prefix : `${prefix}.${key}`
    if (value === null || value === undefined || value === '') return []
    if (typeof value === 'object') return elementsOf(value as Stored, element)
    return [[element, String(value)]]
  })
}

const limits: Record<string, number> = {
  'SCORM 1.2 cmi.suspend_data': 4096,
  'SCORM 1.2 cmi.core.lesson_location': 255,
  'SCORM 2004 cmi.suspend_data': 64_000,
  'SCORM 2004 cmi.location': 1000,
}

/** How much of its room a long value takes: `312 av 4096 tecken`. */
export function room(standard: string, element: string, value: string): string | undefined {
  const most = limits[`${standard} ${element}`]
  return most === undefined ? undefined : `${value.length} av ${most} tecken`
}
