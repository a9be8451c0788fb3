import { createHmac } from 'node:crypto'
import { actorKey } from '../xapi/identifiers.ts'
import { type Actor, isGroup } from '../xapi/types.ts'

/** Who the statements of one municipality are about, under the names that analysts see. */
export interface Directory {
  /** The pseudonym of a person of ours, or one that is made of a foreign agent's identifier and the municipality's key. */
  nameOf(agent: Actor): string
  /** The key by which the statements of this pseudonym's actor are found; undefined when nobody here has it. */
  keyOf(pseudonym: string): string | undefined
  /** The pseudonyms of all who have statements, in order. */
  actors: string[]
  /** What it is made of, for another thread to make it again. */
  entries: DirectoryEntries
}

export interface DirectoryEntries {
  /** The people of ours: an actor's key and its pseudonym. */
  people: [key: string, pseudonym: string][]
  /** The keys of all actors who have statements. */
  keys: string[]
  /** The municipality's own, for the pseudonyms of others. */
  secret: string
}

export function directoryOf(entries: DirectoryEntries): Directory {
  const pseudonyms = new Map(entries.people)
  const pseudonymOf = (key: string) => {
    const pseudonym = pseudonyms.get(key) ?? foreignPseudonym(key, entries.secret)
    pseudonyms.set(key, pseudonym)
    return pseudonym
  }
  const keyByPseudonym = new Map(entries.keys.map((key) => [pseudonymOf(key), key]))
  return {
    nameOf: (agent) => nameOf(agent, pseudonymOf),
    keyOf: (pseudonym) => keyByPseudonym.get(pseudonym),
    actors: [...keyByPseudonym.keys()].sort((a, b) => a.localeCompare(b, 'sv')),
    entries,
  }
}

function nameOf(agent: Actor, pseudonymOf: (key: string) => string): string {
  const key = actorKey(agent)
  if (key !== undefined) return pseudonymOf(key)
  return isGroup(agent) ? 'En grupp' : 'Någon'
}

/** As in our own people's pseudonyms: no vowels, nothing that looks alike. */
const characters = '34679CDFGHJKMNPRTVWX'

/** `Extern 7K4Q XMPT`: the same agent is always called the same, and nobody without the key can tell who it is. */
function foreignPseudonym(key: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(key).digest()
  const letters = [...digest.subarray(0, 8)].map((byte) => characters.charAt(byte % characters.length)).join('')
  return `Extern ${letters.slice(0, 4)} ${letters.slice(4)}`
}
