import { expect } from 'chai'
import type { BrowserStore } from '../../../../course/runtime/browser-store.ts'
import { createTracker, type Kept } from '../../../../course/runtime/trackers/web.ts'
import { at, courseData } from '../../../support/course-data.ts'

/** A place in the browser that may forbid writing. */
function place(kept?: Kept) {
  const writes: Kept[] = []
  const made = {
    writes,
    forbidden: false,
    read: async () => kept,
    write: async (value: Kept | undefined) => {
      if (made.forbidden) throw new Error('full')
      if (value) writes.push(value)
    },
  }
  return made satisfies BrowserStore<Kept>
}

const opened = async (...places: BrowserStore<Kept>[]) => {
  const tracker = createTracker(courseData(), { places, now: () => Date.parse(at) })
  return { tracker, launch: await tracker.start() }
}

const one = Uint8Array.of(1)
const other = Uint8Array.of(2)

describe('the web tracker', () => {
  it('takes up the newer of what two places kept', async () => {
    const { launch } = await opened(place({ count: 3, state: 'AQ' }), place({ count: 5, state: 'Ag' }))
    expect(launch).to.deep.equal({ recorded: true, mode: 'normal', entry: 'resume', state: other })
  })

  it('writes both places, and only when something changed', async () => {
    const [first, second] = [place({ count: 3, state: 'AQ' }), place()]
    const { tracker } = await opened(first, second)
    tracker.saveState(one)
    await tracker.commit()
    tracker.saveState(other)
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    for (const { writes } of [first, second])
      expect(writes).to.deep.equal([
        { count: 3, state: 'AQ' },
        { count: 4, state: 'Ag' },
      ])
  })

  it('is saved while one place takes it, and not when none does', async () => {
    const [first, second] = [place(), place()]
    const { tracker } = await opened(first, second)
    first.forbidden = true
    tracker.saveState(one)
    expect((await tracker.commit()).saved).to.equal(true)
    second.forbidden = true
    tracker.saveState(other)
    expect(await tracker.commit()).to.deep.equal({ saved: false, error: 'Error: full' })
    second.forbidden = false
    expect((await tracker.commit()).saved).to.equal(true)
    expect(second.writes.at(-1)).to.deep.equal({ count: 2, state: 'Ag' })
  })

  it('says that nothing is recorded where the browser keeps nothing', async () => {
    const forbidden = place()
    forbidden.forbidden = true
    expect((await opened(forbidden)).launch.recorded).to.equal(false)
  })

  it('has written its first place before the first await of its end, because the page may be gone then', async () => {
    const first = place()
    const { tracker } = await opened(first)
    tracker.saveState(one)
    const ending = tracker.end('suspend')
    expect(first.writes.at(-1)).to.deep.equal({ count: 1, state: 'AQ' })
    await ending
  })
})
