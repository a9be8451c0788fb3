/** As much of a service worker's world as is used; TypeScript's own library for it cannot be loaded beside the page's. */
interface Worker {
  /** The build writes this line before the script. */
  kept: { version: string; files: string[] }
  location: { href: string }
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void
}

interface Fetch {
  request: Request
  respondWith(answer: Promise<Response>): void
}

const worker = self as unknown as Worker
const family = 'foretagslots '
const name = family + worker.kept.version
const root = new URL('./', worker.location.href).href

/** Everything at once, past the browser's own cache, which may hold files of an older version. */
worker.addEventListener('install', (event) => {
  const requests = worker.kept.files.map((path) => new Request(path, { cache: 'reload' }))
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(requests)))
})

/** A new version takes over when no page of the old one is open, so that a page never mixes the two. */
worker.addEventListener('activate', (event) => {
  const forget = async () => {
    const old = (await caches.keys()).filter((each) => each.startsWith(family) && each !== name)
    await Promise.all(old.map((each) => caches.delete(each)))
  }
  event.waitUntil(forget())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = request.url.split(/[?#]/)[0] ?? ''
  if (request.method !== 'GET' || !url.startsWith(root)) return
  const path = url.slice(root.length) || 'index.html'
  if (worker.kept.files.includes(path)) event.respondWith(keptOrFetched(path, request))
})

async function keptOrFetched(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(name)
  return (await cache.match(new URL(path, root).href)) ?? fetch(request)
}
