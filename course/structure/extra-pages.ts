import type { Course } from './types.ts'

/** The pages outside the modules that every package has, by the address they are reached at. */
export const standingPages = ['verktyg', 'stafettkortet', 'intyg', 'kallor', 'om'] as const

/** The ids of every page outside the modules; a municipality's own edition has one of its doors. */
export const extraPages = ({ tools, municipality, doorTool, glossary }: Course): string[] => [
  ...standingPages,
  ...(glossary.length > 0 ? ['ordlista'] : []),
  ...(doorTool ? ['vilken-dorr'] : []),
  ...(doorTool?.pages ?? []).flatMap((page) =>
    page.kind === 'quiz' ? page.questions.map((_, n) => `dorr-${n + 1}`) : [],
  ),
  ...tools.map(({ id }) => id),
  ...(municipality?.doors.length ? ['dorrar'] : []),
]
