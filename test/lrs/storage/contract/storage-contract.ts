import { dialectContract } from './dialect-contract.ts'
import type { Collection, Engine } from './engine.ts'
import { filterContract } from './filter-contract.ts'
import { allowGaps, type Gaps } from './gaps.ts'
import { indexContract } from './index-contract.ts'
import { modelContract } from './model-contract.ts'
import { updateContract } from './update-contract.ts'
import { valueContract } from './value-contract.ts'

/**
 * What the LRS may rely on, whichever engine DATABASE_URL names.
 *
 * @param name the engine's
 * @param gaps what of it this engine cannot do
 */
export function storageContract(name: string, connect: () => Promise<Engine>, gaps: Gaps = {}): void {
  describe(`${name} as storage`, function () {
    let engine: Engine
    let made = 0

    before(async () => {
      engine = await connect()
    })
    after(() => engine.close())

    const connection = () => engine.connection
    const collection = () => connection().collection(`contract_${++made}`) as unknown as Collection

    describe('values', () => valueContract(collection))
    describe('dialect', () => dialectContract(collection))
    describe('filters', () => filterContract(collection))
    describe('updates', () => updateContract(collection))
    describe('indexes', () => indexContract(collection))
    describe('models', () => modelContract(connection))
    allowGaps(this, gaps)
  })
}
