import { spawnSync } from 'node:child_process'

/** Why system calls cannot be traced here; undefined when they can. */
export function tracingDenied(): string | undefined {
  const probe = spawnSync('strace', ['-o', '/dev/null', '-e', 'trace=none', 'true'], { encoding: 'utf8' })
  if (probe.error) return 'strace is not installed'
  return probe.status === 0 ? undefined : `tracing is denied (${probe.stderr.trim().split('\n')[0]})`
}

/**
 * The program that runs another one and writes its main thread's calls to a file: the one where SQLite commits and answers
 * are sent. `-D` makes the traced program our own child.
 */
export function tracer(file: string): string[] {
  const calls = 'openat,close,write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync'
  return ['strace', '-D', '-o', file, '-s', '64', '-e', `trace=${calls}`, '-e', 'signal=none']
}

/** What a trace says of answers and of the database's log. */
export interface TracedAnswers {
  /** Answers of HTTP that say 2xx. */
  answers: number
  /** Those that were sent while something written to the log was not synced. */
  unsynced: string[]
  /** Those before which nothing was written to the log since the answer before. */
  unwritten: number
  syncs: number
}

/** Reads a trace of one thread line by line. */
export function tracedAnswers(trace: string): TracedAnswers {
  const logs = new Set<string>()
  const told: TracedAnswers = { answers: 0, unsynced: [], unwritten: 0, syncs: 0 }
  let dirty = false
  let written = false
  for (const line of trace.split('\n')) {
    const [, call = '', rest = ''] = /^(\w+)\((.*)$/.exec(line) ?? []
    const descriptor = /^\d+/.exec(rest)?.[0] ?? ''
    if (call === 'openat' && rest.includes('lrs.sqlite-wal"')) logs.add(/= (\d+)$/.exec(rest)?.[1] ?? '')
    else if (call === 'close') logs.delete(descriptor)
    else if (/^f(data)?sync$/.test(call) && logs.has(descriptor) && rest.endsWith('= 0')) {
      told.syncs += 1
      dirty = false
    } else if (/^pwrite/.test(call) && logs.has(descriptor)) {
      dirty = true
      written = true
    } else if (/^(write|send)/.test(call) && rest.includes('HTTP/1.1 2')) {
      told.answers += 1
      if (dirty) told.unsynced.push(line)
      if (!written) told.unwritten += 1
      written = false
    }
  }
  return told
}
