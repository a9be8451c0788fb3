type Json = Record<string, unknown>

/**
 * What a statement says in words, folded for searching: names and descriptions, the response, the extensions' texts.
 * Nothing of its agents, so that a search cannot find out who somebody is.
 */
export function statementText(statement: Json): string {
  const words: string[] = []
  collectFrom(statement, words)
  return foldText(words.join('\n'))
}

/** Case and composition do not count in a search: `Å`, `å` and `a` with a ring are one letter, `a` another. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase().toWellFormed()
}

/** A key as both engines can hold it: in the form JSON escapes it to where a lone surrogate would become U+FFFD and two be one. */
export function storableKey(key: string): string {
  return key.isWellFormed() ? key : JSON.stringify(key)
}

function collectFrom(statement: Json, words: string[]): void {
  const { verb, object, result, context } = statement as Record<string, Json | undefined>
  collect(verb?.display, words)
  if (object?.objectType === 'SubStatement') collectFrom(object, words)
  else collectDefinition(object, words)
  collect(result?.response, words)
  collect(result?.extensions, words)
  collect(context?.extensions, words)
  for (const activities of Object.values((context?.contextActivities ?? {}) as Json)) {
    for (const activity of [activities].flat()) collectDefinition(activity as Json, words)
  }
}

function collectDefinition(activity: Json | undefined, words: string[]): void {
  const definition = activity?.definition as Json | undefined
  if (!definition) return
  collect(definition.name, words)
  collect(definition.description, words)
  collect(definition.extensions, words)
}

/** Every string inside, keys left out. */
function collect(value: unknown, words: string[]): void {
  if (typeof value === 'string') words.push(value)
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner, words)
}
