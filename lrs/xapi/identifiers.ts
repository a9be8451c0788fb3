import type { Actor, Identifiers } from './types.ts'

/**
 * An agent's or identified group's inverse functional identifier as one string; two actors are equal when it is (Data
 * 2.4.2.3). Undefined for an anonymous group. What counts without regard to case is lower case: an address' domain, a hash.
 */
export function actorKey(actor: Identifiers): string | undefined {
  if (actor.account) return `account|${actor.account.homePage}|${keyText(actor.account.name)}`
  if (actor.mbox !== undefined) return `mbox|${lowerDomain(actor.mbox)}`
  if (actor.mbox_sha1sum !== undefined) return `mbox_sha1sum|${actor.mbox_sha1sum.toLowerCase()}`
  return actor.openid === undefined ? undefined : `openid|${actor.openid}`
}

/** The keys of an actor and of its members: a group matches what any of its members matches (Communication 2.1.3). */
export function matchingKeys(actor: Actor): string[] {
  const members = actor.objectType === 'Group' ? (actor.member ?? []) : []
  return [actor, ...members].map(actorKey).filter((key) => key !== undefined)
}

/** The domain of an address is compared without regard to case (Data 2.4.2.3). */
export function lowerDomain(mbox: string): string {
  const at = mbox.lastIndexOf('@')
  return mbox.slice(0, at) + mbox.slice(at).toLowerCase()
}

/** A lone surrogate stands as JSON escapes it, since a store would replace it; so that nothing else looks the same, so does a backslash. */
function keyText(text: string): string {
  return text.isWellFormed() && !text.includes('\\') ? text : JSON.stringify(text).slice(1, -1)
}
