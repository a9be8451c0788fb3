import type { LogLevel } from './config.ts'

/** What the server says about itself, one line an entry but for an error's stack. */
export interface Log {
  error(message: string, error?: unknown): void
  info(message: string): void
  debug(message: string): void
}

const order: LogLevel[] = ['silent', 'error', 'info', 'debug']

/** Errors go to standard error, the rest to standard output. */
export function createLog(level: LogLevel): Log {
  const shows = (entry: LogLevel) => order.indexOf(entry) <= order.indexOf(level)
  return {
    error(message, error) {
      if (shows('error')) console.error(line('error', message), ...(error === undefined ? [] : [error]))
    },
    info(message) {
      if (shows('info')) console.log(line('info', message))
    },
    debug(message) {
      if (shows('debug')) console.log(line('debug', message))
    },
  }
}

function line(level: LogLevel, message: string): string {
  return `${new Date().toISOString()} ${level} ${message}`
}

/** A path as the log may have it: the addresses of links hold secrets. */
export function loggedPath(path: string): string {
  return path.replace(/^\/(kurs|in)\/.*/, '/$1/…')
}
