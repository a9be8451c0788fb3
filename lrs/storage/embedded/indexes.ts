import type { Index } from './catalog.ts'
import { parsePath } from './paths.ts'
import { StorageRefusal } from './refusal.ts'

export interface IndexOptions {
  name?: string
  unique?: boolean
  sparse?: boolean
  /** Of old MongoDB versions; mongoose still sends it. */
  background?: boolean
  [other: string]: unknown
}

/** @throws StorageRefusal for other kinds (text, hashed, wildcard …) and options (partial, TTL, collation …) */
export function indexFrom(keys: Record<string, unknown>, options: IndexOptions): Index {
  const { name, unique = false, sparse = false, background: _, ...others } = options
  const other = Object.keys(others).find((key) => others[key] !== undefined)
  if (other) throw new StorageRefusal(`the option ${other} of an index`)
  const checked = Object.entries(keys).map(([path, direction]): [string, 1 | -1] => {
    parsePath(path)
    if (direction !== 1 && direction !== -1)
      throw new StorageRefusal(`an index with ${path}: ${JSON.stringify(direction)}`)
    return [path, direction]
  })
  return { name: name ?? checked.flat().join('_'), keys: checked, unique, sparse }
}
