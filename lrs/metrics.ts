import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { StatementStore } from './statements/store.ts'
import type { Storage } from './storage/connection.ts'

/** What a server counts for Prometheus. No label names a municipality, a person or an address with a secret. */
export interface Metrics {
  /** Takes an answered request: its route's template, `/xapi/statements`, and how long it took. */
  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void
  /** The same store, counting what it stores. */
  counting(store: StatementStore): StatementStore
  /** All of it in Prometheus' text format. */
  text(): Promise<string>
}

/** The text's content type. */
export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE

let ofProcess: Registry | undefined

/** Memory, processor and event loop belong to the process, however many servers live in it. */
function processRegistry(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess })
  }
  return ofProcess
}

export function createMetrics(storage: Pick<Storage, 'measures'>): Metrics {
  const registry = new Registry()
  const requests = requestHistogram(registry)
  const stored = new Counter({
    name: 'lrs_statements_stored_total',
    help: 'Statements stored since the start; one that was there already does not count',
    registers: [registry],
  })
  addStorageGauges(registry, storage)
  return {
    observeRequest({ method, route, status, seconds }) {
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    counting: (store) => ({
      ...store,
      async append(municipality, statements) {
        const added = await store.append(municipality, statements)
        stored.inc(added.length)
        return added
      },
    }),
    text: () => Registry.merge([registry, processRegistry()]).metrics(),
  }
}

function requestHistogram(registry: Registry) {
  return new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by method, template of the route and class of the status, and how long their answers took',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
}

/** Asked for at the moment somebody looks; a storage that does not know them leaves them out. */
function addStorageGauges(registry: Registry, storage: Pick<Storage, 'measures'>): void {
  const gauge = (name: string, help: string, measure: (measures: StorageMeasures) => number) => {
    const added: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        const measures = storage.measures()
        if (measures !== undefined) added.set(measure(measures))
      },
    })
  }
  gauge('lrs_writes_waiting', 'Writes that are accepted and not on disk yet', ({ waiting }) => waiting)
  gauge('lrs_store_bytes', 'Size of the database file', ({ bytes }) => bytes)
  gauge('lrs_store_log_bytes', "Size of the database's write-ahead log", ({ logBytes }) => logBytes)
}

type StorageMeasures = NonNullable<ReturnType<Storage['measures']>>
