import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { bundleWorker } from '../../../../build/bundle.ts'

const root = 'https://kurs.example/lots/'

/** A browser's caches, and a network that says who was asked. */
function world(kept: { version: string; files: string[] }, caches = new Map<string, Map<string, string>>()) {
  const listeners = new Map<string, (event: object) => void>()
  const network: string[] = []
  const open = async (name: string) => {
    const cache = caches.get(name) ?? new Map<string, string>()
    caches.set(name, cache)
    return {
      addAll: async (requests: { path: string; cache: string }[]) => {
        for (const { path, cache: mode } of requests) cache.set(new URL(path, root).href, `${kept.version} ${mode}`)
      },
      match: async (url: string) => cache.get(url),
    }
  }
  const self = {
    kept,
    location: { href: `${root}service-worker.js` },
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  }
  const globals = {
    self,
    URL,
    Request: class {
      path: string
      cache: string
      constructor(path: string, { cache }: { cache: string }) {
        this.path = path
        this.cache = cache
      }
    },
    caches: { open, keys: async () => [...caches.keys()], delete: async (name: string) => caches.delete(name) },
    fetch: async ({ url }: { url: string }) => {
      network.push(url)
      return 'network'
    },
  }
  return {
    caches,
    network,
    run: (script: string) => runInNewContext(script, globals),
    /** Plays `install` or `activate` to its end. */
    async live(type: 'install' | 'activate') {
      let work: Promise<unknown> = Promise.reject(new Error(`${type} does nothing`))
      work.catch(() => undefined)
      listeners.get(type)?.({ waitUntil: (promise: Promise<unknown>) => (work = promise) })
      await work
    },
    /** The worker's answer, undefined where it leaves the request to the browser. */
    async ask(url: string, method = 'GET') {
      let answer: Promise<unknown> | undefined
      listeners.get('fetch')?.({
        request: { url, method },
        respondWith: (promise: Promise<unknown>) => (answer = promise),
      })
      return answer
    },
  }
}

describe('the service worker', () => {
  let script = ''
  before(async () => {
    script = new TextDecoder().decode(await bundleWorker())
  })

  async function installed(version = '1', caches?: Map<string, Map<string, string>>) {
    const browser = world({ version, files: ['index.html', 'course.js', 'pictures/a.svg'] }, caches)
    browser.run(script)
    await browser.live('install')
    return browser
  }

  it('keeps every file at once, past the browser’s own cache', async () => {
    const { caches } = await installed()
    expect([...(caches.get('foretagslots 1') ?? [])]).to.deep.equal([
      [`${root}index.html`, '1 reload'],
      [`${root}course.js`, '1 reload'],
      [`${root}pictures/a.svg`, '1 reload'],
    ])
  })

  it('answers from what it keeps, whatever the query, and its folder with the document', async () => {
    const { ask, network } = await installed()
    for (const path of ['', 'index.html', 'index.html?utm=1', 'pictures/a.svg'])
      expect(await ask(root + path), path).to.equal('1 reload')
    expect(network).to.deep.equal([])
  })

  it('leaves everything else to the browser', async () => {
    const { ask } = await installed()
    for (const url of [`${root}annat.html`, 'https://kurs.example/index.html', 'https://annan.example/lots/index.html'])
      expect(await ask(url), url).to.equal(undefined)
    expect(await ask(`${root}index.html`, 'POST')).to.equal(undefined)
  })

  it('asks the network where the browser has thrown its copy away', async () => {
    const { ask, caches, network } = await installed()
    caches.clear()
    expect(await ask(`${root}course.js`)).to.equal('network')
    expect(network).to.deep.equal([`${root}course.js`])
  })

  it('forgets the older version when it takes over, and nothing of other pages', async () => {
    const caches = new Map([['någon annans', new Map<string, string>()]])
    await installed('1', caches)
    const next = await installed('2', caches)
    expect([...caches.keys()]).to.deep.equal(['någon annans', 'foretagslots 1', 'foretagslots 2'])
    await next.live('activate')
    expect([...caches.keys()]).to.deep.equal(['någon annans', 'foretagslots 2'])
  })
})
