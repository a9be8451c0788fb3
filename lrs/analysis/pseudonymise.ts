import type { Actor } from '../xapi/types.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

/**
 * The statement with every agent and group replaced by `{objectType, name: <pseudonym>}`, members likewise: actor, object,
 * authority, instructor, team, context agents and groups, the same in a sub-statement, and whatever in extensions has an
 * identifier like an agent's. Where a name or identifier of one of them stands in another text, an IRI or an extension's key,
 * the pseudonym takes its place there too; only what is too short to be told from ordinary words and numbers stays.
 */
export function pseudonymise(statement: unknown, pseudonymOf: (agent: Actor) => string): unknown {
  const pseudonyms = new Map<string, string>()
  walk(statement as Json, (agent) => {
    for (const identity of identitiesOf(agent)) pseudonyms.set(folded(identity), pseudonymOf(agent))
  })
  return replaced(statement as Json, { pseudonymOf, inText: textReplacer(pseudonyms), inExtensions: false })
}

/** Where the specification puts an agent or a group (Data 2.4.2, 2.4.6, 2.4.9; 2.0: contextAgents, contextGroups). */
const agentPlaces = new Set(['actor', 'authority', 'instructor', 'team', 'agent', 'group'])

/** Calls `visit` with every agent and group, members included, wherever it stands. */
function walk(value: Json, visit: (agent: Actor) => void, place = { key: '', inExtensions: false }): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit, place)
  if (!isObject(value)) return
  if (isAgent(value, place)) visit(agentOf(value))
  for (const [key, inner] of Object.entries(value)) {
    walk(inner, visit, {
      key: key === 'member' ? 'agent' : key,
      inExtensions: place.inExtensions || key === 'extensions',
    })
  }
}

interface Replacement {
  pseudonymOf: (agent: Actor) => string
  inText: (text: string) => string
  inExtensions: boolean
}

function replaced(value: Json, how: Replacement, key = ''): Json {
  if (typeof value === 'string') return how.inText(value)
  if (Array.isArray(value)) return value.map((one) => replaced(one, how, key))
  if (!isObject(value)) return value
  if (isAgent(value, { key, inExtensions: how.inExtensions })) return replacedAgent(value, how)
  const entries = Object.entries(value).map(([name, inner]): [string, Json] => [
    how.inExtensions ? how.inText(name) : name,
    replaced(inner, { ...how, inExtensions: how.inExtensions || name === 'extensions' }, name),
  ])
  return Object.fromEntries(entries)
}

function replacedAgent(agent: JsonObject, how: Replacement): Json {
  const members = Array.isArray(agent.member) ? agent.member : undefined
  return {
    objectType: isGroupLike(agent) ? 'Group' : 'Agent',
    name: how.pseudonymOf(agentOf(agent)),
    ...(members && { member: members.map((member) => replaced(member, how, 'agent')) }),
  }
}

function isGroupLike(value: JsonObject): boolean {
  return value.objectType === 'Group' || Array.isArray(value.member)
}

/** What names the agent and nothing else; inside extensions nobody has checked that an identifier is a text. */
function agentOf(value: JsonObject): Actor {
  const texts = ['name', 'mbox', 'mbox_sha1sum', 'openid'].filter((name) => typeof value[name] === 'string')
  const { account } = value
  return {
    ...(isGroupLike(value) && { objectType: 'Group' }),
    ...Object.fromEntries(texts.map((name) => [name, value[name]])),
    ...(hasAccount(account) && { account: { homePage: String(account.homePage), name: account.name } }),
  }
}

function hasAccount(account: Json | undefined): account is JsonObject & { name: string } {
  return account !== undefined && isObject(account) && typeof account.name === 'string'
}

function isAgent(value: JsonObject, place: { key: string; inExtensions: boolean }): boolean {
  if (!place.inExtensions && agentPlaces.has(place.key)) return true
  if (value.objectType === 'Agent' || value.objectType === 'Group') return true
  if (hasAccount(value.account)) return true
  return ['mbox', 'mbox_sha1sum', 'openid'].some((name) => typeof value[name] === 'string')
}

/** Everything an agent is known by, as it could stand in a text or, encoded, in an address. */
function identitiesOf({ name, mbox, mbox_sha1sum, openid, account }: Actor): string[] {
  const address = mbox?.replace(/^mailto:/i, '')
  return [name, address, address?.split('@')[0], mbox_sha1sum, openid, account?.name]
    .filter((text) => text !== undefined)
    .filter(isTelling)
    .flatMap((text) => [text, encodeURIComponent(text.toWellFormed())])
}

/** A name such as `Bo` or an account such as `2026` would be found in words and dates that have nothing to do with it. */
function isTelling(text: string): boolean {
  return text.length >= (/^\d*$/.test(text) ? 6 : 4)
}

function textReplacer(pseudonyms: Map<string, string>): (text: string) => string {
  if (pseudonyms.size === 0) return (text) => text
  const longestFirst = [...pseudonyms.keys()].sort((a, b) => b.length - a.length)
  const anyOf = new RegExp(
    `(?<=^|[^\\p{L}\\p{N}]|%[0-9a-f]{2})(?:${longestFirst.map((text) => escaped(text)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )
  return (text) => text.replace(anyOf, (match) => pseudonyms.get(folded(match)) ?? '…')
}

/** A text as a pattern that finds it. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function folded(text: string): string {
  return text.toLowerCase()
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
