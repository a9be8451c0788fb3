import { expect } from 'chai'
import mongoose from 'mongoose'
import { inTransaction } from '../../../../lrs/statements/mongo/transaction.ts'
import { refusalOf } from '../../../support/prepared.ts'

type Attempt = (work: () => Promise<unknown>) => Promise<unknown>

/** A connection whose transactions end as they are told, one after the other. */
function connectionWith(...attempts: Attempt[]): mongoose.Connection {
  const transaction = (work: () => Promise<unknown>) => attempts.shift()?.(work)
  return { transaction } as unknown as mongoose.Connection
}

const goesWell: Attempt = (work) => work()
const duplicate: Attempt = async (work) => {
  await work()
  throw new mongoose.mongo.MongoServerError({ code: 11000 })
}

describe('inTransaction', () => {
  it('gives what the work gives', async () => {
    expect(await inTransaction(connectionWith(goesWell), Date.now(), async () => 'done')).to.equal('done')
  })

  it('begins anew when somebody stored the same id meanwhile', async () => {
    let runs = 0
    await inTransaction(connectionWith(duplicate, duplicate, goesWell), Date.now(), async () => ++runs)
    expect(runs).to.equal(3)
  })

  it('passes on everything else', async () => {
    const error = new Error('broken')
    expect(await refusalOf(inTransaction(connectionWith(goesWell), Date.now(), () => Promise.reject(error)))).to.equal(
      error,
    )
  })

  it('takes back what has become too old, before and after the work', async () => {
    let runs = 0
    const late = inTransaction(connectionWith(goesWell), Date.now() - 3001, async () => ++runs)
    expect(await refusalOf(late)).to.include({ code: 'unavailable' })
    expect(runs).to.equal(0)

    const { now } = Date
    const slow = inTransaction(connectionWith(goesWell), now(), async () => {
      Date.now = () => now() + 3001
    })
    const refusal = await refusalOf(slow).finally(() => {
      Date.now = now
    })
    expect(refusal).to.include({ code: 'unavailable' })
  })
})
