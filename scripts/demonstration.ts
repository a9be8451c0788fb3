import { keepCredential } from '../lrs/accounts/credential.ts'
import { createLink, revokeLinks } from '../lrs/accounts/link.ts'
import { findOrCreateMunicipality } from '../lrs/accounts/municipality.ts'
import { enrolPerson } from '../lrs/accounts/person.ts'
import { createToken } from '../lrs/accounts/token.ts'
import type { Lrs } from '../lrs/lrs.ts'

/** The ways into a demonstration; each link and the secret are shown now and never again. */
export interface Demonstration {
  municipality: { slug: string; name: string }
  learner: { name: string; link: string }
  analyst: { name: string; link: string }
  credential: { key: string; secret: string }
}

const learnerName = 'Exempellots'
const analystName = 'Exempelgranskare'

/** Makes the municipality `demo` and its two people where they are missing, and new ways in for both. */
export async function prepareDemonstration({ connection, config }: Lrs): Promise<Demonstration> {
  const municipality = await findOrCreateMunicipality(connection, {
    slug: 'demo',
    name: 'Ekköpings kommun',
    homePage: config.publicUrl,
  })
  const learner = await enrolPerson(connection, municipality, { name: learnerName, role: 'learner' })
  const analyst = await enrolPerson(connection, municipality, { name: analystName, role: 'granskare' })
  await revokeLinks(connection, analyst._id, 'sign-in')
  const credential = { key: 'demo', secret: createToken().token }
  await keepCredential(connection, {
    ...credential,
    municipality,
    scopes: ['all'],
    name: 'Demonstration',
    defaultVersion: config.xapi.defaultVersion,
  })
  return {
    municipality,
    learner: {
      name: learnerName,
      link: `${config.publicUrl}/kurs/${await createLink(connection, learner, 'course')}`,
    },
    analyst: {
      name: analystName,
      link: `${config.publicUrl}/in/${await createLink(connection, analyst, 'sign-in')}`,
    },
    credential,
  }
}
