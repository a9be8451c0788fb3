/** The answer to a find: read as a whole when it is first asked for, because collections here are small. */
export class Cursor {
  readonly #read: () => unknown[]
  #documents: Iterator<unknown> | undefined

  constructor(read: () => unknown[]) {
    this.#read = read
  }

  async toArray(): Promise<unknown[]> {
    return [...this.#remaining()]
  }

  async next(): Promise<unknown> {
    return this.#remaining().next().value ?? null
  }

  async close(): Promise<void> {
    this.#documents = [].values()
  }

  #remaining(): IteratorObject<unknown> {
    this.#documents ??= this.#read().values()
    return this.#documents as IteratorObject<unknown>
  }
}
