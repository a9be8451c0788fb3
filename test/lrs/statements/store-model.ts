import { expect } from 'chai'
import fc from 'fast-check'
import type { StatementFilter, StatementStore } from '../../../lrs/statements/store.ts'
import { prepared } from '../../support/prepared.ts'
import { agent, type Json, statement } from '../../support/statement.ts'
import type { OpenStore } from '../../support/store-under-test.ts'

const voidedVerb = 'http://adlnet.gov/expapi/verbs/voided'
const verbs = ['read', 'passed'].map((name) => `https://example.org/verbs/${name}`)
const names = ['anna', 'bo']
const objects = ['a', 'b'].map((name) => `https://example.org/activities/${name}`)
const id = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

/** What a statement is made of: who, which verb, and an activity or the number of another statement, stored or not. */
interface Plan {
  actor: string
  verb: string
  object: string | number
  grouping: string | undefined
}

const plan: fc.Arbitrary<Plan> = fc.record({
  actor: fc.constantFrom(...names),
  verb: fc.constantFrom(...verbs, voidedVerb),
  object: fc.oneof(fc.constantFrom(...objects), fc.nat(14)),
  grouping: fc.option(fc.constantFrom(...objects), { nil: undefined }),
})

const filter: fc.Arbitrary<StatementFilter> = fc.record(
  {
    agent: fc.constantFrom(...names.map((name) => `mbox|mailto:${name}@example.org`)),
    verb: fc.constantFrom(...verbs, voidedVerb),
    activity: fc.constantFrom(...objects),
    relatedActivities: fc.boolean(),
    ascending: fc.boolean(),
    limit: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['limit'] },
)

/** Compares the store with the specification written down naively, on statements that refer to and void each other at random. */
export function storeModel(name: string, open: () => Promise<OpenStore>, { runs = 80 } = {}): void {
  describe(`${name}: search at random`, () => {
    it('finds what the specification says, whatever refers to and voids what', async function () {
      this.timeout(30_000)
      const { store, close } = await open()
      let run = 0
      const property = fc.asyncProperty(
        fc.array(plan, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(filter, { minLength: 8, maxLength: 8 }),
        async (plans, batchSize, filters) => {
          const municipality = `run-${run++}`
          const valid = plans.map((one) =>
            typeof one.object === 'string' && one.verb === voidedVerb ? { ...one, verb: verbs[0] ?? '' } : one,
          )
          await storeAll(store, municipality, valid, batchSize)
          for (const wanted of filters) {
            expect(await pages(store, municipality, wanted)).to.deep.equal(expected(valid, wanted))
          }
        },
      )
      await fc.assert(property, { numRuns: runs })
      await close()
    })
  })
}

async function storeAll(store: StatementStore, municipality: string, plans: Plan[], batchSize: number): Promise<void> {
  const statements = plans.map(toStatement)
  for (let start = 0; start < statements.length; start += batchSize) {
    await store.append(municipality, prepared(store.now(), ...statements.slice(start, start + batchSize)))
  }
}

function toStatement({ actor, verb, object, grouping }: Plan, index: number): Json {
  return statement({
    id: id(index),
    actor: agent(actor),
    verb: { id: verb },
    object: typeof object === 'string' ? { id: object } : { objectType: 'StatementRef', id: id(object) },
    context: grouping && { contextActivities: { grouping: [{ id: grouping }] } },
  })
}

async function pages(store: StatementStore, municipality: string, filter: StatementFilter): Promise<string[]> {
  const found: string[] = []
  let after: string | undefined
  do {
    const page = await store.find(municipality, { ...filter, ...(after && { after }) })
    found.push(...page.statements.map((text) => JSON.parse(text).id))
    after = page.next
  } while (after)
  return found
}

function expected(plans: Plan[], filter: StatementFilter): string[] {
  const isVoided = (index: number) =>
    plans[index]?.verb !== voidedVerb && plans.some(({ verb, object }) => verb === voidedVerb && object === index)
  const found = plans.map((_, index) => index).filter((index) => !isVoided(index) && matches(plans, index, filter))
  return (filter.ascending ? found : found.reverse()).map(id)
}

/** Each condition is met by the statement or by one that it refers to, directly or through others (Communication 2.1.3). */
function matches(plans: Plan[], index: number, { agent, verb, activity, relatedActivities }: StatementFilter): boolean {
  const chain = chainFrom(plans, index)
  const some = (wanted: string | undefined, has: (plan: Plan) => boolean) => wanted === undefined || chain.some(has)
  return (
    some(agent, ({ actor }) => agent === `mbox|mailto:${actor}@example.org`) &&
    some(verb, (plan) => plan.verb === verb) &&
    some(
      activity,
      ({ object, grouping }) => object === activity || (relatedActivities === true && grouping === activity),
    )
  )
}

function chainFrom(plans: Plan[], start: number): Plan[] {
  const seen = new Set<number>()
  for (let next: number | string | undefined = start; typeof next === 'number' && plans[next] && !seen.has(next); ) {
    seen.add(next)
    next = plans[next]?.object
  }
  return [...seen].map((index) => plans[index]).filter((plan) => plan !== undefined)
}
