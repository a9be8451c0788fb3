/** As much of a window as the search needs. */
export interface Frame {
  readonly API?: unknown
  readonly API_1484_11?: unknown
  readonly parent?: Frame | null
  readonly opener?: Frame | null
}

/** SCORM 1.2's object, and 2004's. */
export type ApiName = 'API' | 'API_1484_11'

const mostParents = 500

/**
 * Looks for the API of this name in this window and its parents, then in the opener of the outermost one and its parents
 * (1.2 RTE 3.3.6.1, 2004 RTE 3.3). Any window may belong to somebody else and throw when touched (SuccessFactors puts such
 * a one on top). `initialize` is the function that makes an object an API.
 */
export function findApi(start: Frame, name: ApiName, initialize: string): object | undefined {
  const frames = withParents(start)
  const opener = touch(() => frames.at(-1)?.opener)
  const all = opener ? [...frames, ...withParents(opener)] : frames
  const isApi = (value: unknown) => touch(() => typeof Reflect.get(Object(value), initialize) === 'function') === true
  return all.map((frame) => touch(() => frame[name])).find(isApi) as object | undefined
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
