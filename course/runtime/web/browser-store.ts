/** What the browser keeps of the course. `count` tells the newer of two. */
export interface Kept {
  count: number
  state: string
}

/** A place in the browser; reading gives undefined where nothing is kept or the browser forbids it. */
export interface BrowserStore {
  read(): Promise<Kept | undefined>
  /** Rejects when it was not kept. */
  write(kept: Kept): Promise<void>
}

/** Written before the call returns, so it also works while the page goes away; but a browser that is killed may lose it. */
export function localPlace(key: string, storage: () => Pick<Storage, 'getItem' | 'setItem'>): BrowserStore {
  return {
    async read() {
      try {
        return JSON.parse(storage().getItem(key) ?? 'null') ?? undefined
      } catch {
        return undefined
      }
    },
    async write(kept) {
      storage().setItem(key, JSON.stringify(kept))
    },
  }
}

const objects = 'state'

/** IndexedDB: once it says that it is written, it survives the browser's sudden end. */
export function databasePlace(key: string, factory: () => IDBFactory): BrowserStore {
  let opened: Promise<IDBDatabase> | undefined
  const database = () => {
    opened ??= open(key, factory)
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
