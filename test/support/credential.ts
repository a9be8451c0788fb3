import type { Scope, XapiVersion } from '../../lrs/accounts/access.ts'
import { createCredential } from '../../lrs/accounts/credential.ts'
import { findOrCreateMunicipality } from '../../lrs/accounts/municipality.ts'
import { basic, type TestServer } from './server.ts'

/** A test server as the holder of another credential sees it. */
export async function withCredential(
  server: TestServer,
  given: { scopes: Scope[]; municipality?: string; activityPrefix?: string; defaultVersion?: XapiVersion },
): Promise<TestServer> {
  const { municipality: slug = 'demo', scopes, activityPrefix, defaultVersion = '2.0.0' } = given
  const { connection, config } = server.lrs
  const municipality = await findOrCreateMunicipality(connection, { slug, homePage: config.publicUrl })
  const { key, secret } = await createCredential(connection, {
    municipality,
    scopes,
    name: 'test',
    defaultVersion,
    ...(activityPrefix !== undefined && { activityPrefix }),
  })
  return { ...server, key, secret, municipality: slug, headers: { ...server.headers, ...basic(key, secret) } }
}
