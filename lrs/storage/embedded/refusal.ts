/**
 * Something outside the small dialect that both engines share, or a value that one of them could not hold.
 * The message names it; nothing of it was read or written.
 */
export class StorageRefusal extends Error {
  override name = 'StorageRefusal'

  /** @param what a noun phrase: "$nin in a filter, at tries" */
  constructor(what: string) {
    super(`The storage does not take ${what}.`)
  }
}
