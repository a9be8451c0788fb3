import { StorageRefusal } from './refusal.ts'

export interface Options {
  projection?: Record<string, unknown>
  sort?: object
  skip?: number
  limit?: number
  upsert?: boolean
  returnDocument?: 'before' | 'after'
  includeResultMetadata?: boolean
  ordered?: boolean
  [other: string]: unknown
}

/** What changes nothing here: each write is on disk before it is answered, and each read sees it. */
const settled = [
  'writeConcern',
  'w',
  'j',
  'wtimeout',
  'readConcern',
  'readPreference',
  'maxTimeMS',
  'comment',
  'batchSize',
]
/** Mongoose's own, which it has obeyed by now and passes on all the same. */
const mongooseOwn = [
  'new',
  'returnOriginal',
  'lean',
  'defaults',
  'runValidators',
  'context',
  'rawResult',
  'requireFilter',
]
const meaningless = new Set([...settled, ...mongooseOwn])

/**
 * @returns the allowed options
 * @throws StorageRefusal that names any other option that is set
 */
export function checkOptions<K extends keyof Options>(
  method: string,
  options: Options,
  allowed: readonly K[],
): Pick<Options, K> {
  const chosen: Partial<Pick<Options, K>> = {}
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined || value === null || meaningless.has(key)) continue
    if (!allowed.includes(key as K)) throw new StorageRefusal(`the option ${key} of ${method}`)
    chosen[key as K] = value as Options[K]
  }
  return chosen as Pick<Options, K>
}
