import { type CourseData, partsOf } from './course-data.ts'

/** Three bytes that stand for an id in the saved state (FNV-1a, folded to 24 bits). Never 0, which means "none". */
export function shortId(id: string): number {
  let hash = 0x811c9dc5
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (hash >>> 24) ^ (hash & 0xffffff) || 1
}

/** Groups of ids that the saved state could not tell apart: the build asks for another id when there are any. */
export function clashes(data: CourseData): string[][] {
  const ids = partsOf(data).flatMap(({ id, pages }) => [
    id,
    ...pages.flatMap((page) => [page.id, ...page.questions.map((question) => question.id)]),
  ])
  const groups = Map.groupBy(new Set(ids), shortId)
  return [...groups.values()].filter((group) => group.length > 1)
}
