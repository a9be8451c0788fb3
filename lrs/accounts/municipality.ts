import { type Connection, type Model, Schema } from 'mongoose'
import { isDuplicateKey } from '../storage/duplicate-key.ts'

/** Who the server keeps statements for. Every stored row names its slug. */
export interface Municipality {
  /** Lower-case letters, digits and hyphens: `demo`. */
  slug: string
  /** As people read it. */
  name: string
  /** Where its learners' accounts belong (xAPI `account.homePage`). Set when it is made and never changed. */
  homePage: string
  createdAt: Date
}

type Row = Omit<Municipality, 'slug'> & { _id: string }

const schema = new Schema<Row>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    homePage: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
)

export function municipalityModel(connection: Connection): Model<Row> {
  return connection.models.Municipality ?? connection.model<Row>('Municipality', schema)
}

export async function findMunicipality(connection: Connection, slug: string): Promise<Municipality | undefined> {
  const row = await municipalityModel(connection).findById(slug).lean()
  return row ? fromRow(row) : undefined
}

/** In the order of their slugs. */
export async function listMunicipalities(connection: Connection): Promise<Municipality[]> {
  const rows = await municipalityModel(connection).find({}).sort({ _id: 1 }).lean()
  return rows.map(fromRow)
}

function fromRow({ _id: slug, name, homePage, createdAt }: Row): Municipality {
  return { slug, name, homePage, createdAt }
}

/**
 * The municipality with this slug, made when there is none. One that exists stays as it is, whatever else is given.
 *
 * @throws RangeError when the slug is no slug
 */
export async function findOrCreateMunicipality(
  connection: Connection,
  given: { slug: string; name?: string; homePage: string },
): Promise<Municipality> {
  const { slug, homePage } = given
  if (!isSlug(slug)) throw new RangeError(`${JSON.stringify(slug)} is no slug: a–z, 0–9 and single hyphens, at most 60`)
  const found = await findMunicipality(connection, slug)
  if (found) return found
  const municipality = { slug, name: given.name ?? slug, homePage, createdAt: new Date() }
  try {
    const { slug: _id, ...row } = municipality
    await municipalityModel(connection).create({ _id, ...row })
    return municipality
  } catch (error) {
    const made = isDuplicateKey(error) ? await findMunicipality(connection, slug) : undefined
    if (made) return made
    throw error
  }
}

export function isSlug(text: string): boolean {
  return text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
