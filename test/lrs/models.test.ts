import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { startTestServer, type TestServer } from '../support/server.ts'

const root = join(import.meta.dirname, '../../lrs')

/** Every model that the sources make on the connection of the storage. */
function modelsInSources(): string[] {
  const sources = globSync('**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))
  const names = sources.flatMap((source) => [...source.matchAll(/connection\.model<\w+>\('(\w+)'/g)])
  return names.map(([, name = '']) => name).filter((name) => name !== 'Statement')
}

describe('prepareModels', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  it('has made every collection with its indexes before the first request', async () => {
    const { connection } = server.lrs
    expect(Object.keys(connection.models).sort()).to.deep.equal(modelsInSources().sort())
    for (const model of Object.values(connection.models)) {
      const made = (await model.listIndexes()).map(({ key }) => JSON.stringify(key))
      const declared = model.schema.indexes().map(([key]) => JSON.stringify(key))
      expect(made, model.modelName).to.include.members(declared)
    }
  })
})
