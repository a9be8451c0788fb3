import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import fc from 'fast-check'
import type { XapiVersion } from '../../../lrs/accounts/access.ts'
import type { Issue } from '../../../lrs/errors.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { type BrokenStatement, brokenStatements } from '../../support/generated/broken-statement.ts'
import { validStatement } from '../../support/generated/fragments.ts'
import { versions } from '../../support/xapi-requests.ts'

type Validate = (value: unknown, version: XapiVersion) => Issue[]

/** A mistake that somebody could make: what stands in the source once, and what would stand there. */
interface Fault {
  what: string
  file: string
  from: string
  to: string
}

const faults: Fault[] = [
  {
    what: 'null is taken where something optional stands',
    file: 'grammar',
    from: 'const message = value === null ? ',
    to: 'false ? ',
  },
  {
    what: 'a property that is not known is taken',
    file: 'grammar',
    from: 'if (property === undefined) report(',
    to: 'if (false) report(',
  },
  {
    what: 'a required property may be missing',
    file: 'grammar',
    from: 'if (!Object.hasOwn(value, key))',
    to: 'if (false)',
  },
  {
    what: 'only the first element of an array is looked at',
    file: 'grammar',
    from: 'of value.entries()) {',
    to: 'of value.slice(0, 0).entries()) {',
  },
  {
    what: 'two identifiers are taken',
    file: 'actor',
    from: 'countIdentifiers(value) !== 1',
    to: 'countIdentifiers(value) < 1',
  },
  {
    what: 'an anonymous group needs no members',
    file: 'actor',
    from: '{ ...member, required: true,',
    to: '{ ...member,',
  },
  {
    what: 'a group may be a member',
    file: 'actor',
    from: "agentWith(literal('Agent'))",
    to: "agentWith(oneOf(['Agent', 'Group']))",
  },
  {
    what: 'an authority may have three members',
    file: 'actor',
    from: 'members.length !== 2',
    to: 'members.length < 2',
  },
  {
    what: 'an interaction may have any list',
    file: 'activity',
    from: 'allowed === undefined || allowed.includes(list)',
    to: 'true',
  },
  {
    what: 'ids of a list may be the same',
    file: 'activity',
    from: "typeof id === 'string' && seen.has(id)",
    to: 'false',
  },
  {
    what: 'contextActivities takes arrays only',
    file: 'context',
    from: "(Array.isArray(value) ? arrayOf(activity, 'Data 2.4.6.2 (XAPI-00094)', '') : activity)",
    to: "arrayOf(activity, 'Data 2.4.6.2 (XAPI-00094)', 'must be an array')",
  },
  { what: 'relevantTypes may be empty', file: 'context', from: 'value.length === 0', to: 'false' },
  {
    what: '1.0.3 knows contextAgents',
    file: 'context',
    from: "'1.0.3': object('a context', properties)",
    to: "'1.0.3': object('a context', { ...properties, contextAgents: participants('contextAgent', 'agent', agent) })",
  },
  { what: 'scaled may be below -1', file: 'result', from: 'value >= -1 &&', to: 'value >= -100 &&' },
  { what: 'raw may be above max', file: 'result', from: 'Number(raw) > Number(max)', to: 'false' },
  {
    what: 'a voiding statement may have any object',
    file: 'statement',
    from: 'verb?.id === voidedVerb &&',
    to: 'false &&',
  },
  {
    what: 'a revision may stand beside an agent',
    file: 'statement',
    from: "['revision', 'Data 2.4.6 (XAPI-00084)'],",
    to: '',
  },
  { what: 'version 2.0 is refused in 2.0', file: 'statement', from: '|2\\.0\\.\\d{1,9}', to: '' },
  {
    what: 'an offset of minus zero is taken',
    file: 'timestamp',
    from: 'total === 0 ? undefined : -total',
    to: '-total',
  },
  { what: 'the 29th of February is in every year', file: 'timestamp', from: 'leap ? 29 : 28', to: '29' },
  { what: 'weeks are no duration', file: 'duration', from: 'if (weeks.test(text)) return true', to: '' },
  {
    what: 'a fraction may stand before the last part of a duration',
    file: 'duration',
    from: 'every((part) => !/[.,]/.test(part))',
    to: 'every(() => true)',
  },
  { what: 'an IRI needs no scheme', file: 'values', from: '^[a-z][a-z0-9+.-]*:[^', to: '^(?:[a-z][a-z0-9+.-]*:)?[^' },
  { what: 'a UUID in capitals is refused', file: 'values', from: '[0-9a-f]{12}$/i', to: '[0-9a-f]{12}$/' },
  { what: 'keys of extensions may be anything', file: 'maps', from: 'if (!isIri(key))', to: 'if (false)' },
  {
    what: 'a language map may hold numbers',
    file: 'maps',
    from: 'checkProperty(text,',
    to: 'if (value[tag] === null) checkProperty(text,',
  },
]

const seed = 20261124
/** That a property stands twice is seen before there is a value to validate. */
const readFromText = 'Data 2.4 (XAPI-00021)'

describe('generated statements find', () => {
  const folder = temporaryFolder()
  let generated: { version: XapiVersion; valid: string[]; broken: BrokenStatement[] }[]
  before(function () {
    this.timeout(600_000)
    generated = versions.map((version) => ({
      version,
      valid: fc.sample(validStatement(version), { numRuns: 300, seed }).map((one) => JSON.stringify(one)),
      broken: [...brokenStatements(version)]
        .filter(([requirement]) => requirement !== readFromText)
        .flatMap(([, broken]) => fc.sample(broken, { numRuns: 25, seed })),
    }))
  })
  after(folder.remove)
  const source = join(import.meta.dirname, '../../../lrs')

  /** The validator as it would be with this fault. */
  async function validatorWith(name: string, fault?: Fault): Promise<Validate> {
    const copy = join(folder.path, name)
    cpSync(join(source, 'xapi'), join(copy, 'xapi'), { recursive: true })
    if (fault) {
      const file = join(copy, `xapi/${fault.file}.ts`)
      const [before, after, ...more] = readFileSync(file, 'utf8').split(fault.from)
      if (before === undefined || after === undefined || more.length > 0)
        throw new Error(`not once in ${file}: ${fault.from}`)
      writeFileSync(file, before + fault.to + after)
    }
    return (await import(pathToFileURL(join(copy, 'xapi/statement.ts')).href)).validateStatement
  }

  /** A validator never throws; one that does has said nothing that is asked for. */
  function attempt(validate: () => Issue[]): Issue[] {
    try {
      return validate()
    } catch (error) {
      return [{ path: 'thrown', message: String(error) }]
    }
  }

  /** What the validator does wrong with the first of the generated statements that it judges wrongly. */
  function firstMistake(validate: Validate): string | undefined {
    for (const { version, valid, broken } of generated) {
      const issuesOf = (json: string) => attempt(() => validate(JSON.parse(json), version))
      const refused = valid.find((json) => issuesOf(json).length > 0)
      if (refused !== undefined) return `refuses ${refused}`
      const taken = broken.find(({ json, requirement, path }) => {
        const issues = issuesOf(json)
        return !issues.some((issue) => issue.requirement === requirement && issue.path === `statement${path}`)
      })
      if (taken) return `takes ${taken.json}, or does not say ${taken.requirement} at ${taken.path}`
    }
    return undefined
  }

  it('nothing in the validator as it is', async () => {
    expect(firstMistake(await validatorWith('whole'))).to.equal(undefined)
  })

  for (const [index, fault] of faults.entries()) {
    it(`that ${fault.what}`, async () => {
      expect(firstMistake(await validatorWith(`fault-${index}`, fault))).to.be.a('string')
    })
  }
})
