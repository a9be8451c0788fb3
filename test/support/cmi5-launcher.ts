import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cmi5, verbs } from '../../course/vocabulary.ts'
import { createCredential } from '../../lrs/accounts/credential.ts'
import { findOrCreateMunicipality } from '../../lrs/accounts/municipality.ts'
import { learner, type PackageHost, startPackageHost } from './package-host.ts'

/** A portal that launches an unpacked cmi5 package over our LRS: one learner, one registration, a session a launch. */
export interface Cmi5Launcher extends PackageHost {
  /** Makes a session (cmi5 8.1, 9.3.1, 10) and gives the address to open. */
  launch(): Promise<string>
}

export async function startCmi5Launcher(packageFolder: string): Promise<Cmi5Launcher> {
  const host = await startPackageHost(packageFolder)
  const unit = readUnit(readFileSync(join(packageFolder, 'cmi5.xml'), 'utf8'))
  const activityId = `${host.url}/activities/${randomUUID()}`
  const given = new Set<string>()
  const waiting = new Set<string>()
  host.app.post('/fetch/:session', async ({ params: { session } }, res) => {
    if (waiting.delete(session)) {
      given.add(session)
      res.json({ 'auth-token': await sessionToken(host) })
    } else if (given.has(session)) res.json({ 'error-code': '1', 'error-text': 'given before' })
    else res.json({ 'error-code': '2', 'error-text': 'no such session' })
  })
  host.app.get('/', (_req, res) => void res.send('<!doctype html><title>Portalen</title><h1>Du har lämnat kursen</h1>'))
  return {
    ...host,
    async launch() {
      const session = randomUUID()
      waiting.add(session)
      const contextTemplate = {
        contextActivities: { grouping: [{ id: unit.id }] },
        extensions: { [cmi5.sessionId]: session },
      }
      const launchData = { contextTemplate, launchMode: 'Normal', moveOn: unit.moveOn, returnURL: `${host.url}/portal` }
      await writeLaunchData(host, activityId, launchData)
      await tellLaunched(host, { activityId, contextTemplate, moveOn: unit.moveOn, url: unit.url })
      const parameters = {
        endpoint: `${host.url}/xapi/`,
        fetch: `${host.url}/portal/fetch/${session}`,
        actor: JSON.stringify(learner.actor),
        registration: learner.registration,
        activityId,
      }
      return `${host.url}/package/${unit.url}?${new URLSearchParams(parameters)}`
    },
  }
}

/** The package's one AU. */
function readUnit(xml: string) {
  const part = (pattern: RegExp) => {
    const [, value] = pattern.exec(xml) ?? []
    if (!value) throw new Error(`cmi5.xml has nothing like ${pattern}`)
    return value
  }
  return { id: part(/<au id="([^"]+)"/), moveOn: part(/moveOn="([^"]+)"/), url: part(/<url>([^<]+)</) }
}

/** Each session has a token of its own, by which its requests are told from another's. */
async function sessionToken({ lrs }: PackageHost): Promise<string> {
  const { connection } = lrs.lrs
  const municipality = await findOrCreateMunicipality(connection, {
    slug: lrs.municipality,
    name: lrs.municipality,
    homePage: lrs.url,
  })
  const { key, secret } = await createCredential(connection, {
    municipality,
    scopes: ['all'],
    name: 'session',
    defaultVersion: '1.0.3',
  })
  return Buffer.from(`${key}:${secret}`).toString('base64')
}

const version = { 'X-Experience-API-Version': '1.0.3' }

async function writeLaunchData({ lrs }: PackageHost, activityId: string, data: object) {
  const address = { stateId: 'LMS.LaunchData', activityId, agent: JSON.stringify(learner.actor) }
  const query = new URLSearchParams({ ...address, registration: learner.registration })
  const headers = { ...lrs.headers, ...version }
  const res = await fetch(`${lrs.xapi}/activities/state?${query}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(data),
  })
  if (!res.ok) throw new Error(`LMS.LaunchData is answered ${res.status}`)
}

interface Launched {
  activityId: string
  contextTemplate: { contextActivities: object; extensions: object }
  moveOn: string
  url: string
}

async function tellLaunched({ lrs, url }: PackageHost, launched: Launched) {
  const { activityId, contextTemplate, moveOn } = launched
  const statement = {
    actor: learner.actor,
    verb: { id: verbs.launched },
    object: { id: activityId },
    context: {
      registration: learner.registration,
      contextActivities: { ...contextTemplate.contextActivities, category: [{ id: cmi5.category }] },
      extensions: {
        ...contextTemplate.extensions,
        [cmi5.launchMode]: 'Normal',
        [cmi5.launchUrl]: `${url}/package/${launched.url}`,
        [cmi5.moveOn]: moveOn,
      },
    },
    timestamp: new Date().toISOString(),
  }
  const headers = { ...lrs.headers, ...version }
  const res = await fetch(`${lrs.xapi}/statements`, { method: 'POST', headers, body: JSON.stringify(statement) })
  if (!res.ok) throw new Error(`launched is answered ${res.status}: ${await res.text()}`)
}
