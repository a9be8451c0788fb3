import { StorageRefusal } from './refusal.ts'
import { isFields, type Json, type JsonObject } from './values.ts'

/** The fields named, and below each what is named there; `true` = the whole value. */
type Tree = Map<string, Tree | true>

/**
 * Keeps or drops fields as a MongoDB projection says: `{a: 1, 'b.c': 1}` or `{a: 0}`, `_id` apart.
 *
 * @throws StorageRefusal for both kinds in one, a path within another, and projection operators
 */
export function compileProjection(projection: Record<string, unknown> = {}): (document: JsonObject) => JsonObject {
  const { _id, ...fields } = projection
  const choices = Object.entries(fields).map(([path, choice]) => [path, isKept(path, choice)] as const)
  const idKept = _id === undefined || isKept('_id', _id)
  const keeps = choices.length > 0 ? choices.some(([, kept]) => kept) : _id !== undefined && idKept
  if (choices.some(([, kept]) => kept !== keeps)) throw new StorageRefusal('a projection that both keeps and drops')

  const paths = choices.map(([path]) => path)
  if (idKept === keeps) paths.push('_id')
  const tree = treeOf(paths)
  if (tree.size === 0) return (document) => document
  return keeps ? (document) => keep(document, tree) : (document) => drop(document, tree)
}

function isKept(path: string, choice: unknown): boolean {
  if (choice === 1 || choice === true) return true
  if (choice === 0 || choice === false) return false
  throw new StorageRefusal(`the projection of ${path}: ${JSON.stringify(choice)}`)
}

function treeOf(paths: string[]): Tree {
  const root: Tree = new Map()
  for (const path of paths) {
    const fields = path.split('.')
    const last = fields.pop() as string
    let node = root
    for (const field of fields) {
      const below = node.get(field) ?? new Map()
      if (below === true) throw new StorageRefusal(`a projection of ${path} and of what holds it`)
      node.set(field, below)
      node = below
    }
    if (node.has(last)) throw new StorageRefusal(`a projection of ${path} and of what it holds`)
    node.set(last, true)
  }
  return root
}

function keep(document: JsonObject, tree: Tree): JsonObject {
  const kept: JsonObject = {}
  for (const key in document) {
    const below = tree.get(key)
    const value = document[key] as Json
    if (below === true) kept[key] = value
    else if (below && isFields(value)) kept[key] = keep(value, below)
    else if (below && Array.isArray(value)) kept[key] = value.filter(isFields).map((element) => keep(element, below))
  }
  return kept
}

function drop(document: JsonObject, tree: Tree): JsonObject {
  const left: JsonObject = {}
  for (const key in document) {
    const below = tree.get(key)
    const value = document[key] as Json
    if (below === true) continue
    if (below && isFields(value)) left[key] = drop(value, below)
    else if (below && Array.isArray(value))
      left[key] = value.map((element) => (isFields(element) ? drop(element, below) : element))
    else left[key] = value
  }
  return left
}
