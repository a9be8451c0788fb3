import type { LogLevel } from './config.ts'

/** Further properties of an entry: nothing that names a person, no address with a secret, nothing that somebody sent. */
export type LogFields = Record<string, string | number | boolean | undefined>

/** What the server says about itself. */
export interface Log {
  error(message: string, error?: unknown, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  debug(message: string, fields?: LogFields): void
}

const order: LogLevel[] = ['silent', 'error', 'info', 'debug']

/** Writes each entry as one line of JSON, `{time, level, message, …}`, to standard error. */
export function createLog(level: LogLevel): Log {
  const write = (entry: LogLevel, message: string, fields: object = {}) => {
    if (order.indexOf(entry) > order.indexOf(level)) return
    console.error(JSON.stringify({ time: new Date().toISOString(), level: entry, message, ...fields }))
  }
  return {
    error: (message, error, fields) =>
      write('error', message, { ...fields, ...(error !== undefined && { error: loggedError(error) }) }),
    info: (message, fields) => write('info', message, fields),
    debug: (message, fields) => write('debug', message, fields),
  }
}

/** A path as the log may have it: the addresses of links hold secrets. */
export function loggedPath(path: string): string {
  return path.replace(/^\/(kurs|in)\/.*/, '/$1/…')
}

const DEEPEST_CAUSE = 3
const LONGEST_MESSAGE = 300

/** Where an error came from and of what kind it is; its message without what it may quote of somebody's data. */
function loggedError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    ...(errcode !== undefined && { errcode }),
    message: withoutData(error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE && { cause: loggedError(error.cause, depth + 1) }),
  }
}

/** Libraries quote values in double quotes, objects in braces: from the first of these to the last nothing is kept. */
function withoutData(message: string): string {
  return message
    .replace(/"(?:[\s\S]*"|[\s\S]*$)/, '"…"')
    .replace(/\{(?:[\s\S]*\}|[\s\S]*$)/, '{…}')
    .replace(/[^\s"'(]+@[^\s"')]+/g, '…')
    .slice(0, LONGEST_MESSAGE)
}
