import type { Place } from './findings.ts'
import type { PlacedStep } from './scenario.ts'

/**
 * Where a scenario's paths go wrong: a choice that leads to no step, a step that no path from the first one reaches, and a
 * step from which no path reaches the end.
 */
export function findDeadEnds(nodes: PlacedStep[]): { place: Place; message: string }[] {
  const known = new Set(nodes.map(({ step }) => step.id))
  const lost = nodes.flatMap(({ step, exits }) =>
    exits
      .filter(({ value }) => value !== undefined && value !== '' && !known.has(value))
      .map(({ value, place }) => ({
        place,
        message: `Valet i ${step.id} leder till ”${value}”, som inte finns. Skriv ett stegs id eller slut.`,
      })),
  )
  const reached = stepsReached(nodes)
  const unreached = nodes
    .filter(({ step }) => !reached.has(step.id))
    .map(({ step, place }) => ({
      place,
      message: `Inget val leder till steget ${step.id}. Låt ett val ha nasta: ${step.id}, eller ta bort steget.`,
    }))
  const ending = stepsThatEnd(nodes)
  const endless =
    lost.length > 0
      ? []
      : nodes
          .filter(({ step }) => !ending.has(step.id))
          .map(({ step, place }) => ({
            place,
            message: `Från steget ${step.id} kommer man aldrig till slutet. Låt ett val ha nasta: slut.`,
          }))
  return [...lost, ...unreached, ...endless]
}

function stepsReached(nodes: PlacedStep[]): Set<string> {
  const reached = new Set<string>()
  const open = nodes.slice(0, 1).map(({ step }) => step.id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    const node = nodes.find(({ step }) => step.id === id)
    for (const { value } of node?.exits ?? []) if (value) open.push(value)
  }
  return reached
}

/** The steps from which some path reaches the end; grown from the end backwards until nothing is added. */
function stepsThatEnd(nodes: PlacedStep[]): Set<string> {
  const ending = new Set<string>()
  for (let before = -1; before !== ending.size; ) {
    before = ending.size
    for (const { step, exits } of nodes)
      if (exits.some(({ value }) => value === undefined || ending.has(value))) ending.add(step.id)
  }
  return ending
}
