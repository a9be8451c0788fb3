import { randomInt, randomUUID } from 'node:crypto'
import { type Connection, type Model, Schema } from 'mongoose'
import { isDuplicateKey } from '../storage/duplicate-key.ts'

/** A granskare reads rows, a rapportlasare fixed tables. */
export type Role = 'learner' | 'granskare' | 'rapportlasare'

/** The only place where a name is kept: statements and sessions know a person by the random id. */
export interface Person {
  /** Random UUID: the name of the account in xAPI. */
  _id: string
  municipality: string
  name: string
  /** The name as it is compared: one person per municipality and key. */
  nameKey: string
  roles: Role[]
  /** `Lots 7K4`: what analysts see, unique in the municipality. */
  pseudonym: string
  /** Copied from the municipality when the person is made, and never changed. */
  homePage: string
  /** The registration of the course: the same in every launch, so that the learner comes back to the same place. */
  registration: string
  /** Ids of the statements that may come once per registration (cmi5 9.3); empty until they come. */
  sent: { completed: string; passed: string }
  created: Date
}

const schema = new Schema<Person>(
  {
    _id: { type: String, required: true },
    municipality: { type: String, required: true },
    name: { type: String, required: true },
    nameKey: { type: String, required: true },
    roles: [String],
    pseudonym: { type: String, required: true },
    homePage: { type: String, required: true },
    registration: { type: String, required: true },
    sent: { completed: String, passed: String },
    created: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ municipality: 1, pseudonym: 1 }, { unique: true })
schema.index({ municipality: 1, nameKey: 1 }, { unique: true })

export function personModel(connection: Connection): Model<Person> {
  return connection.models.Person ?? connection.model<Person>('Person', schema)
}

/** The person with this id, in this municipality only. */
export async function findPerson(
  connection: Connection,
  municipality: string,
  id: string,
): Promise<Person | undefined> {
  return (await personModel(connection).findOne({ _id: id, municipality }).lean()) ?? undefined
}

/** The person of this name, compared as `enrolPerson` compares. */
export async function findPersonByName(
  connection: Connection,
  municipality: string,
  name: string,
): Promise<Person | undefined> {
  return (
    (await personModel(connection)
      .findOne({ municipality, nameKey: nameKey(name) })
      .lean()) ?? undefined
  )
}

/**
 * The person of this name, made if there is none, with the role added. Names that differ only in case, spacing or
 * Unicode composition are the same person.
 * @throws Error when the name is empty or longer than 200 characters
 */
export async function enrolPerson(
  connection: Connection,
  municipality: { slug: string; homePage: string },
  person: { name: string; role: Role },
): Promise<Person> {
  const people = personModel(connection)
  await people.init()
  const name = tidyName(person.name)
  if (name === '' || name.length > 200) throw new Error('A name has 1 to 200 characters.')
  const key = { municipality: municipality.slug, nameKey: nameKey(name) }
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = await people
      .findOneAndUpdate(key, { $addToSet: { roles: person.role } }, { returnDocument: 'after' })
      .lean()
    if (found) return found
    await insertPerson(people, { ...key, name, roles: [person.role], homePage: municipality.homePage })
  }
  throw new Error(`No free pseudonym was found in ${municipality.slug}.`)
}

type NewPerson = Pick<Person, 'municipality' | 'nameKey' | 'name' | 'roles' | 'homePage'>

/** A duplicate (the pseudonym is taken, or somebody else has just made the person) is left to the caller's next round. */
async function insertPerson(people: Model<Person>, person: NewPerson): Promise<void> {
  try {
    await people.create({
      _id: randomUUID(),
      ...person,
      pseudonym: createPseudonym(),
      registration: randomUUID(),
      sent: { completed: '', passed: '' },
      created: new Date(),
    })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

/** Without vowels, so that no word is spelt, and without what looks alike on a screen or in handwriting (0 O, 1 I L, 2 Z, 5 S, 8 B). */
const pseudonymCharacters = '34679CDFGHJKMNPRTVWX'

/** `Lots 7K4` */
export function createPseudonym(): string {
  const character = () => pseudonymCharacters.charAt(randomInt(pseudonymCharacters.length))
  return `Lots ${character()}${character()}${character()}`
}

/** Composed Unicode, single spaces, none at the ends. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

export function nameKey(name: string): string {
  return tidyName(name).toLocaleLowerCase('sv')
}
