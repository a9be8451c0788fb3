import { expect } from 'chai'
import { createTimeline } from '../../../lrs/statements/timeline.ts'
import { prepared } from '../../support/prepared.ts'
import { statement } from '../../support/statement.ts'

describe('createTimeline', () => {
  const { now: realNow } = Date
  const setClock = (iso: string) => {
    Date.now = () => Date.parse(iso)
  }
  afterEach(() => {
    Date.now = realNow
  })

  it('does not go back when the clock of the machine does', () => {
    const timeline = createTimeline(0)
    setClock('2026-11-24T10:00:01.000Z')
    expect(timeline.now()).to.equal('2026-11-24T10:00:01.000Z')
    setClock('2026-11-24T10:00:00.000Z')
    expect(timeline.now()).to.equal('2026-11-24T10:00:01.000Z')
  })

  it('never tells an instant that something is stored at later, whatever the clock does', () => {
    const timeline = createTimeline(0)
    setClock('2026-11-24T10:00:01.000Z')
    const told = timeline.consistentThrough()
    setClock('2026-11-24T10:00:00.000Z')
    expect(timeline.now() > told).to.equal(true)
  })

  it('starts at the newest statement there is', () => {
    setClock('2026-11-24T10:00:00.000Z')
    expect(createTimeline(Date.parse('2026-11-24T11:00:00.000Z')).now()).to.equal('2026-11-24T11:00:00.000Z')
  })

  it('holds Consistent-Through before the oldest batch that is not done', () => {
    const timeline = createTimeline(0)
    setClock('2026-11-24T10:00:00.000Z')
    const first = timeline.begin(prepared(timeline.now(), statement()))
    setClock('2026-11-24T10:00:05.000Z')
    const second = timeline.begin(prepared(timeline.now(), statement()))
    expect(timeline.consistentThrough()).to.equal('2026-11-24T09:59:59.999Z')
    first()
    expect(timeline.consistentThrough()).to.equal('2026-11-24T10:00:04.999Z')
    second()
    setClock('2026-11-24T10:00:09.000Z')
    expect(timeline.consistentThrough()).to.equal('2026-11-24T10:00:08.999Z')
  })
})
