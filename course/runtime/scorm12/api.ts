/** The API object of an LMS (SCORM 1.2 RTE 3.3): strings in, strings out. */
export interface Scorm12Api {
  LMSInitialize(empty: ''): string
  LMSFinish(empty: ''): string
  LMSGetValue(element: string): string
  LMSSetValue(element: string, value: string): string
  LMSCommit(empty: ''): string
  LMSGetLastError(): string
  LMSGetErrorString(code: string): string
}

/** As much of a window as the search needs. */
export interface Frame {
  readonly API?: unknown
  readonly parent?: Frame | null
  readonly opener?: Frame | null
}

const mostParents = 500

/**
 * Looks for the API in this window and its parents, then in the opener of the outermost one and its parents (RTE 3.3.6.1).
 * Any window may belong to somebody else and throw when touched (SuccessFactors puts such a one on top).
 */
export function findApi(start: Frame): Scorm12Api | undefined {
  const frames = withParents(start)
  const opener = touch(() => frames.at(-1)?.opener)
  const all = opener ? [...frames, ...withParents(opener)] : frames
  return all.map((frame) => touch(() => frame.API)).find(isApi)
}

function withParents(start: Frame): Frame[] {
  const frames = [start]
  for (let parent = touch(() => start.parent); parent && frames.length <= mostParents; ) {
    if (parent === frames.at(-1)) break
    const frame: Frame = parent
    frames.push(frame)
    parent = touch(() => frame.parent)
  }
  return frames
}

function touch<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const isApi = (value: unknown): value is Scorm12Api =>
  touch(() => typeof (value as Scorm12Api | undefined)?.LMSInitialize === 'function') === true
