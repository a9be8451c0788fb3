import type { Connection } from 'mongoose'
import type { Scope, XapiVersion } from '../lrs/accounts/access.ts'
import { createCredential, revokeCredential, rotateCredential } from '../lrs/accounts/credential.ts'
import type { Config } from '../lrs/config.ts'
import { CallError, municipalityOf, parseCall, runCall, withStorage } from './operator-call.ts'

const scopes: Record<Scope, string> = {
  'statements/write': 'skicka händelser (statements)',
  'statements/read': 'läsa händelser',
  'statements/read/mine': 'läsa de händelser som nyckeln själv har skickat',
  state: 'läsa och skriva en deltagares plats i kursen (state)',
  profile: 'läsa och skriva profiler',
  define: 'ge aktiviteter namn och beskrivning',
  'all/read': 'läsa allt',
  all: 'läsa och skriva allt',
}

const usage = `Så här gör du en nyckel till xAPI:
  npm run create-credential -- --municipality SLUG --scope RÄTTIGHET [--scope RÄTTIGHET …]
  --name "Kommunens LMS"       vad nyckeln används till
  --expires 2027-06-30         sista dagen som nyckeln gäller
  --version 1.0.3              version som svaret anger när en fråga saknar version (annars XAPI_DEFAULT_VERSION)
  --activity-prefix ADRESS     bara aktiviteter vars id börjar så får skrivas om, som https://example.org/kurs/
  --create "Ekköpings kommun"  gör kommunen, om den inte finns
  --rotate NYCKEL              ger en nyckel en ny hemlighet (och med --expires en ny sista dag)
  --overlap 24                 så många timmar gäller även den gamla hemligheten; 0 stänger den genast
  --revoke NYCKEL              drar tillbaka en nyckel
Rättigheter:
${Object.entries(scopes)
  .map(([scope, meaning]) => `  ${scope.padEnd(21)} ${meaning}`)
  .join('\n')}
Hemligheten visas bara en gång. DATABASE_URL väljer databas; servern får vara i gång.`

const options = {
  municipality: { type: 'string' },
  scope: { type: 'string', multiple: true },
  name: { type: 'string' },
  expires: { type: 'string' },
  version: { type: 'string' },
  'activity-prefix': { type: 'string' },
  create: { type: 'string' },
  rotate: { type: 'string' },
  overlap: { type: 'string' },
  revoke: { type: 'string' },
  help: { type: 'boolean' },
} as const

function readScopes(given: string[] = []): Scope[] {
  if (given.length === 0) throw new CallError(`--scope saknas.\n\n${usage}`)
  return given.map((text) => {
    if (!Object.hasOwn(scopes, text)) throw new CallError(`Rättigheten ${text} finns inte.\n\n${usage}`)
    return text as Scope
  })
}

function readVersion(given: string): XapiVersion {
  if (given !== '1.0.3' && given !== '2.0.0') throw new CallError(`Versionen är 1.0.3 eller 2.0.0, inte ${given}.`)
  return given
}

/** The end of that day, in the time zone of this machine. */
function readExpires(given: string): Date {
  const end = new Date(`${given}T23:59:59.999`)
  if (!/^\d{4}-\d\d-\d\d$/.test(given) || Number.isNaN(end.getTime())) {
    throw new CallError(`Sista dagen skrivs som 2027-06-30, inte ${given}.`)
  }
  if (end.getTime() < Date.now()) throw new CallError(`Sista dagen ${given} har redan varit.`)
  return end
}

/** An IRI as far as its scheme: what comes after is compared character by character. */
function readPrefix(given: string): string {
  if (/^[a-z][a-z0-9+.-]*:\S+$/i.test(given)) return given
  throw new CallError(`En aktivitets id börjar med en adress som https://example.org/kurs/, inte ${given}.`)
}

/** Hours, returned in milliseconds. */
function readOverlap(given: string): number {
  const hours = /^\d{1,4}$/.test(given) ? Number(given) : Number.NaN
  if (hours <= 24 * 90) return hours * 60 * 60 * 1000
  throw new CallError(`Timmarna till --overlap är ett helt tal från 0 till ${24 * 90}, inte ${given}.`)
}

interface Call {
  municipality: string
  create: string | undefined
  scopes: Scope[]
  name: string
  activityPrefix: string | undefined
  version: XapiVersion | undefined
  expires: Date | undefined
}

function readCall(values: ReturnType<typeof parseCall<typeof options>>['values']): Call {
  const { municipality, create, scope, name = 'npm run create-credential', version, expires } = values
  const prefix = values['activity-prefix']
  if (!municipality) throw new CallError(`--municipality saknas.\n\n${usage}`)
  return {
    municipality,
    create,
    scopes: readScopes(scope),
    name,
    activityPrefix: prefix === undefined ? undefined : readPrefix(prefix),
    version: version === undefined ? undefined : readVersion(version),
    expires: expires === undefined ? undefined : readExpires(expires),
  }
}

async function create(connection: Connection, call: Call, config: Config): Promise<void> {
  const { expires, name, activityPrefix } = call
  const municipality = await municipalityOf(connection, call, config)
  const { key, secret } = await createCredential(connection, {
    municipality,
    scopes: call.scopes,
    name,
    defaultVersion: call.version ?? config.xapi.defaultVersion,
    ...(activityPrefix !== undefined && { activityPrefix }),
    ...(expires && { expires }),
  })
  console.log(`Adress      ${config.publicUrl}/xapi
Nyckel      ${key}
Hemlighet   ${secret}
Kommun      ${municipality.name} (${municipality.slug})
Rättigheter ${call.scopes.map((scope) => `${scope} (${scopes[scope]})`).join(', ')}
Aktiviteter ${activityPrefix === undefined ? 'alla' : `de vars id börjar med ${activityPrefix}`}
Gäller      ${expires ? `till och med ${expires.toLocaleDateString('sv-SE')}` : 'tills den dras tillbaka'}
Hemligheten visas bara nu: spara den där den ska användas.`)
}

async function revoke(connection: Connection, key: string): Promise<void> {
  if (!(await revokeCredential(connection, key))) throw new CallError(`Nyckeln ${key} finns inte.`)
  console.log(`Nyckeln ${key} är tillbakadragen. En server som är i gång slutar ta emot den inom några sekunder.`)
}

async function rotate(connection: Connection, key: string, change: { overlap: number; expires?: Date }): Promise<void> {
  const rotated = await rotateCredential(connection, key, change)
  if (!rotated) throw new CallError(`Nyckeln ${key} finns inte.`)
  const hours = change.overlap / (60 * 60 * 1000)
  console.log(`Nyckel      ${key}
Hemlighet   ${rotated.secret}
${hours === 0 ? 'Den gamla hemligheten gäller inte längre.' : `Den gamla hemligheten gäller i ${hours} timmar till.`}
Hemligheten visas bara nu: spara den där den ska användas.`)
}

await runCall(async () => {
  const { values, positionals } = parseCall(options, usage)
  const { revoke: key, rotate: rotated, overlap = '24', expires, help } = values
  if (help) return console.log(usage)
  if (positionals.length > 0) throw new CallError(`${positionals.join(' ')} hör inte hit.\n\n${usage}`)
  if (key !== undefined) return withStorage((connection) => revoke(connection, key))
  if (rotated !== undefined) {
    const change = { overlap: readOverlap(overlap), ...(expires !== undefined && { expires: readExpires(expires) }) }
    return withStorage((connection) => rotate(connection, rotated, change))
  }
  const call = readCall(values)
  return withStorage((connection, config) => create(connection, call, config))
})
