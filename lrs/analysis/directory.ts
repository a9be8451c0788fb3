import { personModel } from '../accounts/person.ts'
import type { Lrs } from '../lrs.ts'
import { actorKey } from '../xapi/identifiers.ts'
import { findPseudonymKey } from './pseudonym-key-store.ts'
import { type Directory, directoryOf } from './pseudonyms.ts'

/** Reads who is who in the municipality, as of now. */
export async function openDirectory(
  { connection, statements }: Pick<Lrs, 'connection' | 'statements'>,
  municipality: string,
): Promise<Directory> {
  const [people, keys, secret] = await Promise.all([
    personModel(connection).find({ municipality }, { pseudonym: 1, homePage: 1 }).lean(),
    statements.distinctFacts(municipality, 'actor'),
    findPseudonymKey(connection, municipality),
  ])
  const named = people.map(({ _id, homePage, pseudonym }): [string, string] => [
    actorKey({ account: { homePage, name: _id } }) ?? '',
    pseudonym,
  ])
  return directoryOf({ people: named, keys, secret })
}
