import { expect } from 'chai'
import type { Tracker } from '../../../../course/runtime/tracker.ts'
import { verdict } from '../../../../course/runtime/verdict.ts'
import { answered } from '../../../support/course-data.ts'
import { data, type Outside, trackerKinds } from '../../../support/tracker-kinds.ts'

const event = answered('Q-M1-1')
const record = (tracker: Tracker, state: Uint8Array) => {
  tracker.record(event, verdict([event], data))
  tracker.saveState(state)
}

/** The longest state that the build lets through, 3500 characters of base64url, with every byte in it. */
const longest = Uint8Array.from({ length: 2625 }, (_, n) => n % 256)

for (const [name, { start, alone }] of Object.entries(trackerKinds)) {
  describe(`as every tracker, ${name}`, () => {
    let outside: Outside
    beforeEach(async () => {
      outside = await start()
    })
    afterEach(async () => {
      expect(outside.breaches()).to.deep.equal([])
      await outside.stop()
    })

    it('begins without a state, and records', async () => {
      const launch = await outside.visit().start()
      expect(launch).to.deep.include({ recorded: true, mode: 'normal', entry: 'ab-initio' })
      expect(launch.state).to.equal(undefined)
    })

    for (const reason of ['suspend', 'done'] as const)
      it(`gives the next visit the state that was saved, after ${reason}`, async () => {
        const first = outside.visit()
        await first.start()
        record(first, longest)
        expect(await first.commit()).to.deep.equal({ saved: true })
        await first.end(reason)
        expect((await outside.visit().start()).state).to.deep.equal(longest)
      })

    it('saves what was not committed when it ends', async () => {
      const first = outside.visit()
      await first.start()
      record(first, Uint8Array.of(7))
      await first.end('suspend')
      const launch = await outside.visit().start()
      expect(launch).to.deep.include({ entry: 'resume', state: Uint8Array.of(7) })
    })

    it('has saved it already when the page dies without a word', async () => {
      const first = outside.visit()
      await first.start()
      record(first, Uint8Array.of(7))
      await first.commit()
      expect((await outside.visit().start()).state).to.deep.equal(Uint8Array.of(7))
    })

    it('says that it is not saved while nobody is there, and catches up', async () => {
      const first = outside.visit()
      await first.start()
      outside.away = true
      record(first, Uint8Array.of(7))
      const { saved, error } = await first.commit()
      expect(saved).to.equal(false)
      expect(error).to.be.a('string').that.is.not.equal('')
      outside.away = false
      expect(await first.commit()).to.deep.equal({ saved: true })
      expect((await outside.visit().start()).state).to.deep.equal(Uint8Array.of(7))
    })

    it('changes nothing after its end, and ends once', async () => {
      const first = outside.visit()
      await first.start()
      await first.end('suspend')
      const before = outside.held()
      record(first, Uint8Array.of(9))
      expect((await first.commit()).saved).to.equal(false)
      await first.end('done')
      expect(outside.held()).to.equal(before)
    })

    it('lets the learner go on where nothing can be recorded, and says so', async () => {
      const tracker = alone()
      expect(await tracker.start()).to.deep.equal({ recorded: false, mode: 'normal', entry: 'ab-initio' })
      record(tracker, Uint8Array.of(7))
      expect((await tracker.commit()).saved).to.equal(false)
      await tracker.end('suspend')
      expect(tracker.receipt().filter(({ error }) => error)).to.have.length.above(0)
    })

    it('gives a receipt of what was sent and of what went wrong', async () => {
      const tracker = outside.visit()
      await tracker.start()
      outside.away = true
      record(tracker, Uint8Array.of(7))
      await tracker.commit()
      outside.away = false
      await tracker.commit()
      const lines = tracker.receipt()
      expect(lines.some(({ error }) => error)).to.equal(true)
      expect(lines.some(({ confirmed }) => confirmed)).to.equal(true)
      for (const line of lines) expect(new Date(line.at).toISOString()).to.equal(line.at)
    })
  })
}
