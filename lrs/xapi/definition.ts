import type { ActivityDefinition } from './types.ts'

const interactionProperties = [
  'interactionType',
  'correctResponsesPattern',
  'choices',
  'scale',
  'source',
  'target',
  'steps',
] as const

/**
 * What is known of an activity once another statement has described it (Communication 2.5): languages and extensions come
 * together, and where both say something the newer counts. An interaction is taken whole, since its properties belong together.
 */
export function mergeDefinitions(known: ActivityDefinition, newer: ActivityDefinition): ActivityDefinition {
  const kept = { ...known }
  if (newer.interactionType !== undefined) for (const property of interactionProperties) delete kept[property]
  const together = {
    name: { ...known.name, ...newer.name },
    description: { ...known.description, ...newer.description },
    extensions: { ...known.extensions, ...newer.extensions },
  }
  const filled = Object.entries(together).filter(([, map]) => Object.keys(map).length > 0)
  return { ...kept, ...newer, ...Object.fromEntries(filled) }
}
