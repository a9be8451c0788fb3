import { Worker } from 'node:worker_threads'
import { LrsError } from '../errors.ts'
import { type Answer, errorFrom } from './read-tasks.ts'

/** Reads that take long, done in a thread of their own: meanwhile this one goes on storing and answering. */
export interface ReadWorker {
  /** What the task of this name answers; its arguments and the answer are copied, so they hold data only. */
  ask(task: string, ...args: unknown[]): Promise<unknown>
  /** What the task of this name yields, asked for piece by piece; other tasks come in between. */
  stream(task: string, ...args: unknown[]): AsyncGenerator<unknown>
  close(): Promise<void>
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: unknown): void
}

/**
 * The thread starts with the first question, and anew when it died; whoever waited for an answer then is refused.
 *
 * @param script a file that calls `serveReads`
 */
export function createReadWorker(script: URL, workerData: unknown): ReadWorker {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let closed = false
  let count = 0

  function start(): Worker {
    const started = new Worker(script, { workerData })
    started.on('message', ({ id, ...answer }: Answer) => {
      const asker = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) started.unref()
      if ('error' in answer) asker?.reject(errorFrom(answer.error))
      else asker?.resolve(answer.value)
    })
    let fault: unknown
    started.on('error', (error) => {
      fault = error
    })
    started.on('exit', () => {
      worker = undefined
      const refusal = new LrsError('unavailable', 'The database could not finish reading. Ask again.', { cause: fault })
      for (const { reject } of waiting.values()) reject(refusal)
      waiting.clear()
    })
    return started
  }

  function ask(task: string, ...args: unknown[]): Promise<unknown> {
    if (closed) return Promise.reject(new LrsError('unavailable', 'The database is closed.'))
    return new Promise((resolve, reject) => {
      worker ??= start()
      const id = count++
      waiting.set(id, { resolve, reject })
      // a process ends only while nobody waits for an answer
      worker.ref()
      worker.postMessage({ id, task, args })
    })
  }

  async function* stream(task: string, ...args: unknown[]) {
    const opened = await ask('open', task, ...args)
    try {
      for (;;) {
        const { done, value } = (await ask('next', opened)) as IteratorResult<unknown>
        if (done) return
        yield value
      }
    } finally {
      if (!closed) await ask('return', opened).catch(() => undefined)
    }
  }

  return {
    ask,
    stream,
    async close() {
      closed = true
      await worker?.terminate()
    },
  }
}
