import { type CourseData, partsOf } from './course-data.ts'

/** Three bytes that stand for an id in the saved state (FNV-1a, folded to 24 bits). Never 0, which means "none". */
export function shortId(id: string): number {
  let hash = 0x811c9dc5
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (hash >>> 24) ^ (hash & 0xffffff) || 1
}

/** Two bytes that stand for a page's id within its part, or a question's within its page. */
export const idInPart = (id: string) => shortId(id) & 0xffff
export const idInPage = idInPart

/** Groups of ids that the saved state could not tell apart: the build asks for another id when there are any. */
export function clashes(data: CourseData): string[][] {
  const parts = partsOf(data)
  const pages = parts.flatMap((part) => part.pages)
  const idsOf = (things: { id: string }[]) => things.map(({ id }) => id)
  const all = [...idsOf(parts), ...pages.flatMap((page) => [page.id, ...idsOf(page.questions)])]
  const groups = [
    ...same(all, shortId),
    ...parts.flatMap((part) => same(idsOf(part.pages), idInPart)),
    ...pages.filter(({ kind }) => kind !== 'test').flatMap((page) => same(idsOf(page.questions), idInPage)),
  ]
  return [...new Map(groups.map((group) => [group.join(), group])).values()]
}

function same(ids: string[], codeOf: (id: string) => number): string[][] {
  return [...Map.groupBy(new Set(ids), codeOf).values()].filter((group) => group.length > 1)
}
