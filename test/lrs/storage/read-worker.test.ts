import { expect } from 'chai'
import { LrsError } from '../../../lrs/errors.ts'
import { createReadWorker, type ReadWorker } from '../../../lrs/storage/read-worker.ts'
import { refusalOf } from '../../support/prepared.ts'

describe('createReadWorker', () => {
  let worker: ReadWorker
  beforeEach(() => {
    worker = createReadWorker(new URL('./counting-thread.ts', import.meta.url), { more: 100 })
  })
  afterEach(() => worker.close())

  it('answers each question with its own answer', async () => {
    const answers = await Promise.all([1, 2, 3].map((number) => worker.ask('add', number, 10)))
    expect(answers).to.deep.equal([111, 112, 113])
  })

  it('passes on what a task throws, its code and issues too', async () => {
    const fault = await refusalOf(worker.ask('fail'))
    expect(fault).to.be.instanceOf(Error).with.property('message', 'a fault in a task')
    const refusal = await refusalOf(worker.ask('refuse'))
    expect(refusal).to.be.instanceOf(LrsError).with.property('code', 'invalid')
    expect((refusal as LrsError).issues).to.deep.equal([{ path: 'after', message: 'is no cursor' }])
    expect(await refusalOf(worker.ask('nothing like this'))).to.be.instanceOf(Error)
  })

  it('streams piece by piece, and answers others in between', async () => {
    const pieces: unknown[] = []
    for await (const piece of worker.stream('countTo', 3)) pieces.push(piece, await worker.ask('add', Number(piece), 0))
    expect(pieces).to.deep.equal([1, 101, 2, 102, 3, 103])
    expect(await worker.ask('openStreams')).to.equal(0)
  })

  it('ends a stream in the thread when nobody wants the rest', async () => {
    for await (const _ of worker.stream('countTo', 1000)) break
    expect(await worker.ask('openStreams')).to.equal(0)
  })

  it('refuses who waits when the thread dies, and starts another for the next', async () => {
    const [died, waited] = await Promise.all([refusalOf(worker.ask('die')), refusalOf(worker.ask('add', 1, 1))])
    for (const refusal of [died, waited])
      expect(refusal).to.be.instanceOf(LrsError).with.property('code', 'unavailable')
    expect(await worker.ask('add', 1, 1)).to.equal(102)
  })

  it('answers nobody after it is closed', async () => {
    const waiting = refusalOf(worker.ask('add', 1, 1))
    await worker.close()
    for (const refusal of [await waiting, await refusalOf(worker.ask('add', 1, 1))]) {
      expect(refusal).to.be.instanceOf(LrsError).with.property('code', 'unavailable')
    }
  })
})
