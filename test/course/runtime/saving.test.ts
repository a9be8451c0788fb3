import { expect } from 'chai'
import { type Clock, Saving, type SavingState } from '../../../course/runtime/saving.ts'
import type { CommitResult, Tracker } from '../../../course/runtime/tracker.ts'

/** A clock that stands still until it is asked to ring. */
function stoppedClock() {
  const timers = new Map<number, { run: () => void; milliseconds: number }>()
  let last = 0
  const clock: Clock = {
    setTimeout: (run, milliseconds) => {
      timers.set(++last, { run, milliseconds })
      return last
    },
    clearTimeout: (timer) => void timers.delete(timer),
  }
  return {
    clock,
    /** The numbers of the timers that run. */
    timers: () => [...timers.keys()],
    /** What waits, in milliseconds. */
    waits: () => [...timers.values()].map(({ milliseconds }) => milliseconds),
    ring: async () => {
      const due = [...timers.values()]
      timers.clear()
      for (const { run } of due) run()
      await settled()
    },
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

function sittingDown() {
  const shown: SavingState[] = []
  const answers: (CommitResult | Promise<CommitResult>)[] = []
  const calls: string[] = []
  const tracker = {
    commit: async () => {
      calls.push('commit')
      return answers.shift() ?? { saved: true }
    },
    end: async (reason: string) => void calls.push(`end ${reason}`),
  } as unknown as Tracker
  const { clock, timers, waits, ring } = stoppedClock()
  return {
    saving: new Saving(tracker, (state) => shown.push(state), clock),
    shown,
    answers,
    calls,
    timers,
    waits,
    ring,
  }
}

describe('Saving', () => {
  it('commits once for several changes, and no later for the last of them', async () => {
    const { saving, shown, calls, timers, waits, ring } = sittingDown()
    saving.touch()
    const [timer] = timers()
    saving.touch()
    expect(timers()).to.deep.equal([timer])
    expect(waits()).to.deep.equal([250])
    await ring()
    expect(calls).to.deep.equal(['commit'])
    expect(shown).to.deep.equal(['saving', 'saving', 'saved'])
  })

  it('does not say saved while a change has come in between', async () => {
    const { saving, shown, answers, waits } = sittingDown()
    let answer = (_: CommitResult) => {}
    answers.push(new Promise((resolve) => (answer = resolve)))
    const running = saving.now()
    await settled()
    saving.touch()
    answer({ saved: true })
    await running
    expect(shown).to.deep.equal(['saving'])
    expect(waits()).to.deep.equal([250])
  })

  it('tries again with growing pauses, and changes do not shorten them', async () => {
    const { saving, shown, answers, waits, ring } = sittingDown()
    for (let i = 0; i < 7; i++) answers.push({ saved: false })
    saving.touch()
    const pauses: number[] = []
    for (let i = 0; i < 7; i++) {
      await ring()
      saving.touch()
      pauses.push(...waits())
    }
    expect(pauses).to.deep.equal([2000, 4000, 8000, 16000, 32000, 60000, 60000])
    await ring()
    expect(shown.at(-1)).to.equal('saved')
  })

  it('commits at least every ten minutes', async () => {
    const { saving, calls, waits, ring } = sittingDown()
    await saving.now()
    expect(waits()).to.deep.equal([540_000])
    await ring()
    expect(calls).to.deep.equal(['commit', 'commit'])
  })

  it('runs one commit at a time', async () => {
    const { saving, answers, calls } = sittingDown()
    let answer = (_: CommitResult) => {}
    answers.push(new Promise((resolve) => (answer = resolve)))
    const both = [saving.now(), saving.now()]
    await settled()
    expect(calls).to.deep.equal(['commit'])
    answer({ saved: true })
    await Promise.all(both)
    expect(calls).to.deep.equal(['commit', 'commit'])
  })

  it('ends once, without waiting, and commits no more', async () => {
    const { saving, calls, waits } = sittingDown()
    saving.touch()
    const ending = saving.end('suspend')
    expect(calls).to.deep.equal(['end suspend'])
    await ending
    await saving.end('done')
    saving.touch()
    expect(await saving.now()).to.deep.equal({ saved: false })
    expect(waits()).to.deep.equal([])
    expect(calls).to.deep.equal(['end suspend'])
  })
})
