import type { DoorState } from './door.ts'

const words: Record<DoorState, [one: string, many: string]> = {
  open: ['är öppen', 'är öppna'],
  ajar: ['står på glänt', 'står på glänt'],
  closed: ['är stängd', 'är stängda'],
}

/** What a half-street says, as its text alternative: "En gata med sex hus. Dörr 1 är öppen. Dörr 2 till 6 är stängda." */
export function streetLabel(half: 1 | 2, states: Record<string, DoorState>): string {
  const numbers = [1, 2, 3, 4, 5, 6].map((i) => i + (half - 1) * 6)
  const sentences = (['open', 'ajar', 'closed'] as const).flatMap((state) => {
    const inState = numbers.filter((number) => (states[`M${number}`] ?? 'closed') === state)
    return inState.length === 0 ? [] : `Dörr ${inWords(inState)} ${words[state][inState.length === 1 ? 0 : 1]}.`
  })
  return [half === 1 ? 'En gata med sex hus.' : 'Gatan fortsätter med sex hus.', ...sentences].join(' ')
}

/** "1, 3 och 5", and "2 till 6" where three or more follow on each other. */
function inWords(numbers: number[]): string {
  const runs: number[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run?.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  const parts = runs.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0]} till ${run.at(-1)}`]))
  return parts.length === 1 ? parts.join() : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)}`
}
