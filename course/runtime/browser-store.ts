/** A place in the browser; reading gives undefined where nothing is kept or the browser forbids it. */
export interface BrowserStore<Kept> {
  read(): Promise<Kept | undefined>
  /** Rejects when it was not kept. Undefined forgets what was. */
  write(kept: Kept | undefined): Promise<void>
}

/** Written before the call returns, so it also works while the page goes away; but a browser that is killed may lose it. */
export function localPlace<Kept>(key: string, storage: () => Pick<Storage, 'getItem' | 'setItem'>): BrowserStore<Kept> {
  return {
    async read() {
      try {
        return JSON.parse(storage().getItem(key) ?? 'null') ?? undefined
      } catch {
        return undefined
      }
    },
    async write(kept) {
      storage().setItem(key, JSON.stringify(kept ?? null))
    },
  }
}

const objects = 'state'

/** IndexedDB: once it says that it is written, it survives the browser's sudden end. */
export function databasePlace<Kept>(
  { name, key }: { name: string; key: string },
  factory: () => IDBFactory,
): BrowserStore<Kept> {
  let opened: Promise<IDBDatabase> | undefined
  const database = () => {
    opened ??= open(name, factory)
    return opened
  }
  return {
    async read() {
      try {
        return await settled<Kept | undefined>((await database()).transaction(objects).objectStore(objects).get(key))
      } catch {
        return undefined
      }
    },
    async write(kept) {
      const transaction = (await database()).transaction(objects, 'readwrite', { durability: 'strict' })
      transaction.objectStore(objects).put(kept, key)
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      })
    },
  }
}

async function open(name: string, factory: () => IDBFactory): Promise<IDBDatabase> {
  const request = factory().open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(objects)
  return settled(request)
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
