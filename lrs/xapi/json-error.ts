/** What may come next in a JSON text, and how to say so. */
const expected = {
  value: 'expected a value',
  'value or ]': 'expected a value or "]"',
  'name or }': 'expected a property name in double quotes or "}"',
  name: 'expected a property name in double quotes',
  ':': 'expected ":"',
  ', or }': 'expected "," or "}"',
  ', or ]': 'expected "," or "]"',
  end: 'expected nothing more',
} as const

type Expected = keyof typeof expected

/**
 * Finds where a text stops being JSON (RFC 8259); only for texts that JSON.parse refuses, whose own messages often do not
 * say where. Walks the text once, without recursion.
 */
export function findJsonError(text: string): { message: string; position: number } {
  const open: string[] = []
  let next: Expected = 'value'
  let position = skipBlank(text, 0)
  while (position < text.length) {
    const character = text[position] as string
    const step = read(text, position, next)
    if ('problem' in step) return { message: step.problem, position: step.position }
    if (character === '{' || character === '[') open.push(character)
    if (character === '}' || character === ']') open.pop()
    next = step.next ?? afterValue(open.at(-1))
    position = skipBlank(text, step.position)
  }
  return { message: `${expected[next]}, but the text ends here`, position: text.length }
}

/** Without `next`, a value ended at `position`. */
type Step = { position: number; next?: Expected } | { problem: string; position: number }

function read(text: string, position: number, next: Expected): Step {
  const character = text[position] as string
  const follows = punctuation[next]?.[character]
  if (follows !== undefined) return { position: position + 1, ...(follows !== 'done' && { next: follows }) }
  if (next === 'name' || next === 'name or }') {
    return character === '"' ? stringEnd(text, position, ':') : unexpected(text, position, next)
  }
  if (next !== 'value' && next !== 'value or ]') return unexpected(text, position, next)
  if (character === '{') return { position: position + 1, next: 'name or }' }
  if (character === '[') return { position: position + 1, next: 'value or ]' }
  if (character === '"') return stringEnd(text, position)
  scalar.lastIndex = position
  return scalar.test(text) ? { position: scalar.lastIndex } : unexpected(text, position, next)
}

/** What each expected mark leads to. */
const punctuation: Partial<Record<Expected, Record<string, Expected | 'done'>>> = {
  'value or ]': { ']': 'done' },
  'name or }': { '}': 'done' },
  ':': { ':': 'value' },
  ', or }': { ',': 'name', '}': 'done' },
  ', or ]': { ',': 'value', ']': 'done' },
}

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y

function afterValue(container: string | undefined): Expected {
  if (container === undefined) return 'end'
  return container === '{' ? ', or }' : ', or ]'
}

function unexpected(text: string, position: number, next: Expected): Step {
  const found = String.fromCodePoint(text.codePointAt(position) as number)
  return { problem: `${expected[next]}, found ${JSON.stringify(found)}`, position }
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function stringEnd(text: string, start: number, next?: Expected): Step {
  let position = start + 1
  while (position < text.length) {
    const character = text[position] as string
    if (character === '"') return { position: position + 1, ...(next && { next }) }
    if (character < ' ') return { problem: 'has a control character inside a string', position }
    escapeSequence.lastIndex = position
    if (character === '\\' && !escapeSequence.test(text))
      return { problem: 'has an unknown escape inside a string', position }
    position = character === '\\' ? escapeSequence.lastIndex : position + 1
  }
  return { problem: 'has a string that does not end', position: start }
}

function skipBlank(text: string, start: number): number {
  let position = start
  while (' \t\n\r'.includes(text[position] ?? 'x')) position += 1
  return position
}

/** Finds where an object of a JSON text names a property that it has already; only for texts that JSON.parse takes. */
export function findRepeatedName(text: string): { message: string; position: number } {
  const open: Set<string>[] = []
  let position = 0
  while (position < text.length) {
    const character = text[position] as string
    if (character === '{' || character === '[') open.push(new Set())
    if (character === '}' || character === ']') open.pop()
    if (character !== '"') {
      position += 1
      continue
    }
    const { position: end } = stringEnd(text, position)
    const name = text[skipBlank(text, end)] === ':' ? (JSON.parse(text.slice(position, end)) as string) : undefined
    if (name !== undefined && open.at(-1)?.has(name)) {
      return { message: `has the property ${JSON.stringify(name.slice(0, 120))} twice in one object`, position }
    }
    if (name !== undefined) open.at(-1)?.add(name)
    position = end
  }
  return { message: 'has a property twice in one object', position: 0 }
}
