import { actorKey } from './identifiers.ts'
import { type Actor, isGroup, type Statement } from './types.ts'

/** All that is known of an agent (Communication 2.4): every property of an agent that there is, as an array. */
export interface Person {
  objectType: 'Person'
  name?: string[]
  mbox?: string[]
  mbox_sha1sum?: string[]
  openid?: string[]
  account?: { homePage: string; name: string }[]
}

/** The person of an agent with its identifier and these names, each once. */
export function personOf({ mbox, mbox_sha1sum, openid, account }: Actor, names: string[]): Person {
  return {
    objectType: 'Person',
    ...(names.length > 0 && { name: [...new Set(names)] }),
    ...(mbox !== undefined && { mbox: [mbox] }),
    ...(mbox_sha1sum !== undefined && { mbox_sha1sum: [mbox_sha1sum] }),
    ...(openid !== undefined && { openid: [openid] }),
    ...(account && { account: [account] }),
  }
}

/** What a statement calls the agent with this key, as its actor or object, alone or as a member of a group. */
export function namesIn({ actor, object }: Statement, key: string): string[] {
  const about = object.objectType === 'Agent' || object.objectType === 'Group' ? [object] : []
  return [actor, ...about]
    .flatMap((one) => [one, ...(isGroup(one) ? (one.member ?? []) : [])])
    .flatMap((one) => (one.name !== undefined && actorKey(one) === key ? [one.name] : []))
}
