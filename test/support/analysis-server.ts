import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { findOrCreateMunicipality } from '../../lrs/accounts/municipality.ts'
import { enrolPerson, type Person } from '../../lrs/accounts/person.ts'
import { createWebSession } from '../../lrs/accounts/web-session.ts'
import { purposeCookie } from '../../lrs/analysis/purpose.ts'
import { analysisRoutes } from '../../lrs/analysis/routes.ts'
import { loadConfig } from '../../lrs/config.ts'
import type { Lrs } from '../../lrs/lrs.ts'
import { openStorage } from '../../lrs/storage/connection.ts'
import { webRoutes } from '../../lrs/web/routes.ts'

export interface AnalysisServer {
  lrs: Lrs
  url: string
  /** Enrols a learner and returns what statements know of them. */
  enrol(municipality: string, name: string): Promise<Person>
  /** Signs in a granskare; the cookies say so, and that the purpose is stated. */
  signIn(municipality: string, options?: { purpose?: string | undefined }): Promise<{ cookie: string; person: Person }>
  close(): Promise<void>
}

/** The start page and the analyst's pages on a real socket, over a store of their own in a temporary folder. */
export async function startAnalysisServer(): Promise<AnalysisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'analysis-'))
  const storage = await openStorage(`embedded:${folder}`)
  const lrs: Lrs = { config: loadConfig({}), connection: storage.connection, statements: storage.statements }
  const app = express().use(webRoutes(lrs)).use('/analys', analysisRoutes(lrs))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const enrolAs = async (slug: string, person: { name: string; role: 'learner' | 'granskare' }) => {
    const homePage = 'http://127.0.0.1:8080'
    const municipality = await findOrCreateMunicipality(lrs.connection, { slug, name: 'Ekköpings kommun', homePage })
    return enrolPerson(lrs.connection, municipality, person)
  }
  return {
    lrs,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    enrol: (municipality, name) => enrolAs(municipality, { name, role: 'learner' }),
    async signIn(municipality, options = { purpose: 'Följa upp hur kursen går i kommunen' }) {
      const person = await enrolAs(municipality, { name: 'Granskaren', role: 'granskare' })
      const session = `session=${await createWebSession(lrs.connection, person)}`
      if (options.purpose === undefined) return { cookie: session, person }
      return { cookie: `${session}; syfte=${encodeURIComponent(purposeCookie(person._id, options.purpose))}`, person }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await storage.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
