import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'chai'
import { kinds } from '../../../lrs/statements/sqlite/schema.ts'
import { createSqliteStore } from '../../../lrs/statements/sqlite-store.ts'
import { openStorage } from '../../../lrs/storage/connection.ts'
import { type Database, openDatabase, type SqlValue } from '../../../lrs/storage/sqlite.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { prepared } from '../../support/prepared.ts'
import { statement } from '../../support/statement.ts'
import type { OpenStore } from '../../support/store-under-test.ts'
import { factsContract } from './facts-contract.ts'
import { searchContract } from './search-contract.ts'
import { storeContract } from './store-contract.ts'
import { storeModel } from './store-model.ts'

async function open(): Promise<OpenStore> {
  const folder = temporaryFolder()
  let database = openDatabase(folder.path)
  return {
    store: createSqliteStore(database),
    async reopen() {
      await database.close()
      database = openDatabase(folder.path)
      return createSqliteStore(database)
    },
    async close() {
      await database.close()
      folder.remove()
    },
  }
}

storeContract('SQLite', open)
searchContract('SQLite', open)
factsContract('SQLite', open)
factsContract('SQLite, read in another thread', openWithThread)
storeModel('SQLite', open)

async function openWithThread(): Promise<OpenStore> {
  const folder = temporaryFolder()
  let storage = await openStorage(`embedded:${folder.path}`)
  return {
    store: storage.statements,
    async reopen() {
      await storage.close()
      storage = await openStorage(`embedded:${folder.path}`)
      return storage.statements
    },
    async close() {
      await storage.close()
      folder.remove()
    },
  }
}

/** The database as it is, telling `listen` of every query that is run. */
function watched(database: Database, listen: (sql: string, values: SqlValue[]) => void): Database {
  return {
    ...database,
    read: {
      prepare<Row>(sql: string) {
        const query = database.read.prepare<Row>(sql)
        return {
          get(...values) {
            listen(sql, values)
            return query.get(...values)
          },
          all(...values) {
            listen(sql, values)
            return query.all(...values)
          },
        }
      },
    },
  }
}

describe('createSqliteStore', () => {
  const folder = temporaryFolder()
  let database: Database
  let plans: DatabaseSync
  const asked = new Set<string>()

  before(async () => {
    database = openDatabase(folder.path)
    const store = createSqliteStore(watched(database, (sql) => asked.add(sql)))
    const one = statement({ context: { registration: '7e570000-0000-4000-8000-00000000abcd' } })
    await store.append('demo', prepared(store.now(), one))
    const agent = 'mbox|mailto:lots@example.org'
    const verb = 'http://adlnet.gov/expapi/verbs/answered'
    const activity = 'https://example.org/activities/question-1'
    const registration = '7e570000-0000-4000-8000-00000000abcd'
    await store.get('demo', String(one.id))
    for (const ascending of [true, false]) {
      await store.find('demo', { limit: 9, ascending, since: '2020-01-01T00:00:00Z', until: store.now() })
      await store.find('demo', { limit: 9, ascending, agent, relatedAgents: true })
      await store.find('demo', { limit: 9, ascending, agent, verb, activity, registration })
    }
    const filter = { since: '2020-01-01T00:00:00Z', until: '2030-01-01T00:00:00Z', actor: agent, verb, activity }
    await store.facts('demo', {}, { limit: 9 })
    await store.facts('demo', { ...filter, text: 'svar' }, { limit: 9 })
    await store.countFacts('demo', filter)
    await store.countAnswers('demo', filter)
    await store.distinctFacts('demo', 'actor')
    plans = new DatabaseSync(join(folder.path, 'lrs.sqlite'), { readOnly: true })
  })

  after(async () => {
    plans.close()
    await database.close()
    folder.remove()
  })

  const planOf = (sql: string) =>
    plans
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => String(detail))
  const steps = (about: RegExp) =>
    [...asked].filter((sql) => about.test(sql)).map((sql) => ({ sql, plan: planOf(sql).join('\n') }))

  it('reads by an index in every query, and never the whole of a table', () => {
    const all = steps(/./)
    expect(all).to.have.length.above(12)
    // The newest statement of all is the last row: no index is needed, and one row is read.
    for (const { sql, plan } of all.filter(({ sql }) => !/ORDER BY seq DESC LIMIT 1$/.test(sql))) {
      expect(plan, sql).not.to.match(/^SCAN (?!CONSTANT)/m)
    }
  })

  it('searches one block by its keys in their order, without sorting', () => {
    const searches = steps(/FROM statement_key AS candidate/)
    expect(searches).to.have.length(4)
    for (const { sql, plan } of searches) {
      expect(plan, sql).to.include(
        'SEARCH candidate USING PRIMARY KEY (block=? AND municipality=? AND kind=? AND key=? AND seq>? AND seq<?)',
      )
      expect(plan, sql).not.to.include('TEMP B-TREE')
    }
    expect(searches.some(({ plan }) => /SEARCH other (EXISTS )?USING PRIMARY KEY/.test(plan))).to.equal(true)
  })

  it('walks a municipality in its own order without sorting', () => {
    const walks = steps(/SELECT seq, json FROM statement|LIMIT \?$/)
    expect(walks).to.have.length.above(3)
    for (const { sql, plan } of walks) {
      expect(plan, sql).to.match(/SEARCH statement USING INDEX statement_(stored|fact) \(municipality=\?/)
      expect(plan, sql).not.to.include('TEMP B-TREE')
    }
  })

  it('counts facts in the index alone', () => {
    const [count] = steps(/count\(\*\) AS count FROM statement INDEXED BY statement_fact WHERE/)
    expect(count?.plan).to.include('COVERING INDEX statement_fact')
  })

  it('starts from the rarer of two keys', async () => {
    const driving = new Set<SqlValue | undefined>()
    const store = createSqliteStore(
      watched(database, (sql, values) => {
        if (sql.includes('statement_key AS candidate')) driving.add(values[5])
      }),
    )
    const rare = { id: 'https://example.org/verbs/rare' }
    const statements = Array.from({ length: 5000 }, (_, index) => statement(index % 1000 === 0 ? { verb: rare } : {}))
    await store.append('demo', prepared(store.now(), ...statements))
    const common = {
      limit: 9,
      agent: 'mbox|mailto:lots@example.org',
      activity: 'https://example.org/activities/question-1',
    }
    expect((await store.find('demo', { ...common, verb: rare.id })).statements).to.have.length(5)
    expect([...driving]).to.deep.equal([kinds.verb])
  })
})
