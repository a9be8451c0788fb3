import { expect } from 'chai'
import { Outbox, type Parcel, type Trouble } from '../../../course/runtime/outbox.ts'

const parcel = (id: string, changes: Partial<Parcel> = {}): Parcel => ({ statement: { id }, label: id, ...changes })

/** A box and what became of its parcels; the post answers what it is told to. */
function boxOf(parcels: Parcel[], answer: (ids: string) => Trouble | undefined = () => undefined) {
  const sent: string[] = []
  const settled: string[] = []
  const box = new Outbox({
    send: async (batch) => {
      const ids = batch.map(({ statement }) => statement.id).join()
      sent.push(ids)
      return answer(ids)
    },
    settled: ({ statement }, refusal) => settled.push(`${statement.id}${refusal ? ' refused' : ''}`),
  })
  for (const each of parcels) box.add(each)
  return { box, sent, settled }
}

const away: Trouble = { lasting: false, status: 503, text: '503' }
const refused: Trouble = { lasting: true, status: 400, text: '400' }

describe('Outbox', () => {
  it('sends in order, what must be alone alone', async () => {
    const { box, sent } = boxOf([
      parcel('1', { alone: true }),
      parcel('2'),
      parcel('3'),
      parcel('4', { alone: true }),
      parcel('5'),
    ])
    expect(await box.flush()).to.equal(undefined)
    expect(sent).to.deep.equal(['1', '2,3', '4', '5'])
    expect(box.waiting()).to.deep.equal([])
  })

  it('keeps everything, ids too, while the post is away', async () => {
    let open = false
    const { box, sent, settled } = boxOf([parcel('1'), parcel('2')], () => (open ? undefined : away))
    expect(await box.flush()).to.equal(away)
    box.add(parcel('3'))
    open = true
    expect(await box.flush()).to.equal(undefined)
    expect(sent).to.deep.equal(['1,2', '1,2,3'])
    expect(settled).to.deep.equal(['1', '2', '3'])
  })

  it('finds out which of a batch is refused and lets the others through', async () => {
    const { box, settled } = boxOf([parcel('1'), parcel('2'), parcel('3')], (ids) =>
      ids.includes('2') ? refused : undefined,
    )
    expect(await box.flush()).to.equal(undefined)
    expect(settled).to.deep.equal(['1', '2 refused', '3'])
  })

  it('sends no more than forty at once', async () => {
    const { box, sent } = boxOf(Array.from({ length: 90 }, (_, i) => parcel(String(i))))
    await box.flush()
    expect(sent.map((ids) => ids.split(',').length)).to.deep.equal([40, 40, 10])
  })
})
