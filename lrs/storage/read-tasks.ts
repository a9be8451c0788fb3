import { parentPort } from 'node:worker_threads'
import { type ErrorCode, type Issue, LrsError } from '../errors.ts'

/** What the thread is asked and what it answers, as messages. */
export interface Question {
  id: number
  task: string
  args: unknown[]
}

export type Answer = { id: number } & ({ value: unknown } | { error: SentError })

/** An error as data: a copy between threads would lose its code. */
interface SentError {
  code?: ErrorCode
  issues?: Issue[]
  message: string
  stack?: string
}

/** Answers in a worker thread what its `ReadWorker` asks, one question after another. */
export function serveReads(tasks: Record<string, (...args: never[]) => unknown>): void {
  const port = parentPort
  if (port === null) throw new Error('serveReads() works in a worker thread only')
  const streams = new Map<number, AsyncIterator<unknown>>()

  async function answer({ id, task, args }: Question): Promise<unknown> {
    const [first, ...others] = args
    switch (task) {
      case 'open':
        streams.set(id, (taskOf(String(first))(...others) as AsyncIterable<unknown>)[Symbol.asyncIterator]())
        return id
      case 'next':
        return streams.get(Number(first))?.next()
      case 'return':
        await streams.get(Number(first))?.return?.()
        return void streams.delete(Number(first))
      default:
        return taskOf(task)(...args)
    }
  }

  function taskOf(name: string) {
    const task = tasks[name]
    if (task === undefined) throw new TypeError(`there is no task ${name}`)
    return task as (...args: unknown[]) => unknown
  }

  port.on('message', async (question: Question) => {
    const { id } = question
    try {
      port.postMessage({ id, value: await answer(question) })
    } catch (error) {
      port.postMessage({ id, error: sentError(error) })
    }
  })
}

function sentError(error: unknown): SentError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { message, stack, ...(error instanceof LrsError && { code: error.code, issues: error.issues }) }
}

export function errorFrom({ code, issues, message, stack }: SentError): Error {
  const error = code === undefined ? new Error(message) : new LrsError(code, message, { issues })
  return Object.assign(error, { stack })
}
