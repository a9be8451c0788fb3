import type { FactFilter, PreparedStatement, StatementFilter, StatementStore } from '../../lrs/statements/store.ts'
import { prepared } from './prepared.ts'
import { agent, type Json, statement } from './statement.ts'

export interface OpenStore {
  store: StatementStore
  /** Closes the store and opens it again over what is on disk. */
  reopen(): Promise<StatementStore>
  close(): Promise<void>
}

/** An empty store for every test of the describe block it is called in, and short ways to use it. */
export interface StoreUnderTest {
  store: StatementStore
  reopen(): Promise<void>
  /** Stores a batch for the municipality `demo`. */
  append(...statements: Json[]): Promise<PreparedStatement[]>
  /** The ids found, at most 100 unless the filter says otherwise. */
  find(filter?: Partial<StatementFilter>, municipality?: string): Promise<string[]>
  factIds(filter?: FactFilter): Promise<string[]>
}

export function storeUnderTest(open: () => Promise<OpenStore>): StoreUnderTest {
  let opened: OpenStore
  const under: StoreUnderTest = {
    store: undefined as unknown as StatementStore,
    async reopen() {
      under.store = await opened.reopen()
    },
    async append(...statements) {
      const batch = prepared(under.store.now(), ...statements)
      await under.store.append('demo', batch)
      return batch
    },
    async find(filter = {}, municipality = 'demo') {
      return idsOf((await under.store.find(municipality, { limit: 100, ...filter })).statements)
    },
    async factIds(filter = {}) {
      return (await under.store.facts('demo', filter, { limit: 100 })).rows.map(({ id }) => id)
    },
  }
  beforeEach(async () => {
    opened = await open()
    under.store = opened.store
  })
  afterEach(() => opened.close())
  return under
}

export const idsOf = (texts: string[]): string[] => texts.map((text) => JSON.parse(text).id)

export const verb = (name: string) => `http://adlnet.gov/expapi/verbs/${name}`
export const activity = (name: string) => ({ id: `https://example.org/activities/${name}` })
export const answered = (name: string, changes: Json = {}) => statement({ actor: agent(name), ...changes })

/** A statement whose object is a reference to another. */
export const about = (target: Json, changes: Json = {}) =>
  statement({
    verb: { id: verb('confirmed') },
    actor: agent('chef'),
    object: { objectType: 'StatementRef', id: target.id },
    ...changes,
  })
export const voiding = (target: Json) => about(target, { verb: { id: verb('voided') } })
