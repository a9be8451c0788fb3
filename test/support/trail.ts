import { collectTrail, type Trail } from '../../lrs/analysis/trail.ts'
import { askedAt } from '../fixtures/golden-log.ts'
import { prepareGolden } from './golden-statements.ts'
import type { Json } from './statement.ts'

/** The trail that a store would give of these statements, without the store; of two with one id the first counts. */
export function trailOf(statements: Json[], now = askedAt): Trail {
  const collection = collectTrail(now)
  const once = [...new Map(statements.toReversed().map((statement) => [statement.id, statement])).values()]
  const rows = once.flatMap((statement) => prepareGolden([statement], '2026-11-24T12:00:00.000Z'))
  for (const { facts, ...row } of rows.toSorted((a, b) => b.timestamp.localeCompare(a.timestamp))) {
    collection.add({ ...facts, ...row })
  }
  return collection.trail()
}
