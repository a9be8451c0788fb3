import process from 'node:process'
import { workerData } from 'node:worker_threads'
import { LrsError } from '../../../lrs/errors.ts'
import { serveReads } from '../../../lrs/storage/read-tasks.ts'

let open = 0

/** What read-worker.test.ts asks its thread. */
serveReads({
  add: (one: number, other: number) => one + other + workerData.more,
  fail: () => {
    throw new TypeError('a fault in a task')
  },
  refuse: () => {
    throw new LrsError('invalid', 'This is no cursor.', { issues: [{ path: 'after', message: 'is no cursor' }] })
  },
  die: () => process.exit(1),
  async *countTo(last: number) {
    open += 1
    try {
      for (let number = 1; number <= last; number++) yield number
    } finally {
      open -= 1
    }
  },
  openStreams: () => open,
})
