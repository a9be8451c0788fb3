import fc, { type Arbitrary } from 'fast-check'
import type { XapiVersion } from '../../../lrs/accounts/access.ts'
import type { Json } from '../statement.ts'
import { fullStatement, fullSubStatement, pathsIn, withValue } from '../xapi-requests.ts'
import * as valid from './fragments.ts'
import { places, putAt } from './places.ts'
import { type Rule, rules } from './rules.ts'
import { noTimestamp, text, uuid } from './values.ts'

/** A statement that breaks one rule. */
export interface BrokenStatement {
  /** Its JSON text. */
  json: string
  requirement: string
  /** Where, below the statement. */
  path: string
}

/** Any statement that breaks the grammar of this version in one place; every requirement of both versions is as likely as any other. */
export function brokenStatement(version: XapiVersion): Arbitrary<BrokenStatement> {
  const weighted = [...brokenStatements(version)].map(([requirement, arbitrary]) => ({
    arbitrary,
    weight: requirement.startsWith('xAPI 2.0') ? 2 : 1,
  }))
  return fc.oneof(...weighted)
}

/** Statements that break the grammar of this version, by the requirement. */
export function brokenStatements(version: XapiVersion): Map<string, Arbitrary<BrokenStatement>> {
  const of = new Map<string, Arbitrary<BrokenStatement>[]>()
  const add = (requirement: string, broken: Arbitrary<BrokenStatement>) =>
    of.set(requirement, [...(of.get(requirement) ?? []), broken])
  for (const rule of rules) {
    const there = placesOf(rule, version)
    if (there.length > 0) add(rule.requirement, brokenPart(rule, version))
  }
  for (const [requirement, broken] of wholes(version)) add(requirement, broken)
  return new Map([...of].map(([requirement, some]) => [requirement, fc.oneof(...some)]))
}

function placesOf({ kind }: Rule, version: XapiVersion) {
  return places[kind].filter((place) => !('version' in place) || place.version === version)
}

function brokenPart(rule: Rule, version: XapiVersion): Arbitrary<BrokenStatement> {
  const { requirement, part, at = '' } = rule
  const there = fc.constantFrom(...placesOf(rule, version))
  return fc.tuple(base(version), there, part, fc.boolean()).map(([statement, place, broken, inside]) => {
    const below = place.path + (typeof at === 'string' ? at : at(broken as never))
    const isInside = inside && !('outside' in place)
    const { id: _, stored: __, version: ___, authority: ____, ...common } = statement
    const whole = isInside
      ? { ...statement, context: {}, object: { objectType: 'SubStatement', ...putAt(common, place, broken) } }
      : putAt(statement, place, broken)
    return { json: JSON.stringify(whole), requirement, path: (isInside ? '.object' : '') + below }
  })
}

/** A valid statement whose object is an activity. */
function base(version: XapiVersion): Arbitrary<Json> {
  return fc
    .tuple(valid.validStatement(version), valid.activity)
    .map(([statement, object]) => ({ ...statement, object }))
}

/** What concerns a statement as a whole, or what only its text can show. */
function wholes(version: XapiVersion): [requirement: string, Arbitrary<BrokenStatement>][] {
  const make = (requirement: string, broken: Arbitrary<{ whole: unknown; path: string }>) =>
    [requirement, broken.map(({ whole, path }) => ({ json: JSON.stringify(whole), requirement, path }))] as [
      string,
      Arbitrary<BrokenStatement>,
    ]
  const nested = (changes: Arbitrary<Json>, path: string) =>
    fc.tuple(base(version), changes).map(([{ context: _, ...statement }, change]) => {
      const object = { ...fullSubStatement(), ...change }
      return { whole: { ...statement, object }, path: `.object${path}` }
    })
  const value = (name: string, values: Arbitrary<unknown>) => values.map((one): Json => ({ [name]: one }))
  return [
    make(
      'Data 2.4',
      fc.oneof(fc.integer(), fc.boolean(), text).map((whole) => ({ whole, path: '' })),
    ),
    make(
      'Data 2.2 (XAPI-00001)',
      somewhere(undefined).map(([whole, path]) => ({ whole: withValue(whole, path, null), path: pathText(path) })),
    ),
    make(
      'Data 2.2 (XAPI-00008)',
      somewhere('key').map(([whole, path]) => renamed(whole, path, (name) => name.toUpperCase())),
    ),
    make(
      'Data 2.2 (XAPI-00010)',
      somewhere('key').map(([whole, path]) => renamed(whole, path, (name) => `${name}s2`)),
    ),
    ...(version === '1.0.3' ? [make('Data 2.2 (XAPI-00010)', ofLaterVersion())] : []),
    make('Data 2.4.4.3 (XAPI-00071)', nested(fc.constant({ object: fullSubStatement() }), '.object.objectType')),
    make(
      'Data 2.4.4.3 (XAPI-00066)',
      nested(fc.constantFrom({ object: undefined }, { object: 'a' }, { object: 1 }), '.object'),
    ),
    make('Data 2.4.4.3 (XAPI-00070)', nested(value('id', uuid), '.id')),
    make(
      'Data 2.4.4.3 (XAPI-00069)',
      nested(value('stored', fc.oneof(noTimestamp, fc.constant('2026-11-24T10:00:00.000Z'))), '.stored'),
    ),
    make('Data 2.4.4.3 (XAPI-00068)', nested(value('version', fc.constantFrom('1.0.0', '2.0.0')), '.version')),
    make('Data 2.4.4.3 (XAPI-00067)', nested(value('authority', valid.agent), '.authority')),
    [
      'Data 2.4 (XAPI-00021)',
      base(version).map((whole) => ({ json: twice(whole), requirement: 'Data 2.4 (XAPI-00021)', path: '' })),
    ],
    [
      'Data 4.1',
      base(version).map((whole) => ({
        json: tooLarge(whole),
        requirement: 'Data 4.1',
        path: '.result.extensions["a:b"]',
      })),
    ],
  ]
}

/** 1.0.3 has neither contextAgents nor contextGroups, even where they are valid in 2.0. */
function ofLaterVersion(): Arbitrary<{ whole: unknown; path: string }> {
  const lists = fc.oneof(
    valid.contextAgent.map((one): Json => ({ contextAgents: [one] })),
    valid.contextGroup.map((one): Json => ({ contextGroups: [one] })),
  )
  return fc.tuple(base('1.0.3'), lists).map(([statement, context]) => ({
    whole: { ...statement, context },
    path: `.context.${Object.keys(context)[0]}`,
  }))
}

type Path = (string | number)[]

/** A statement with everything, and the path of something in it; with `key`, of a property that has a fixed name. */
function somewhere(only: 'key' | undefined): Arbitrary<[Json, Path]> {
  const wholes = [fullStatement(), fullStatement({ object: fullSubStatement(), context: {} })]
  const maps = new Set(['display', 'description', 'name', 'extensions'])
  return fc.oneof(
    ...wholes.map((whole) => {
      const paths = pathsIn(whole).filter(
        ([first, ...rest]) => first !== 'id' && rest.at(-1) !== 'openid' && first !== 'openid',
      )
      const named = paths.filter((path) => typeof path.at(-1) === 'string' && !maps.has(String(path.at(-2))))
      return fc.tuple(
        uuid.map((id): Json => ({ ...whole, id })),
        fc.constantFrom(...(only ? named : paths)),
      )
    }),
  )
}

function renamed(whole: Json, path: Path, change: (name: string) => string): { whole: Json; path: string } {
  const parent = path.slice(0, -1)
  const name = String(path.at(-1))
  const rename = (object: Json): Json =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key === name ? change(key) : key, value]))
  const inner = parent.reduce<unknown>((value, step) => (value as Json)[step as string], whole) as Json
  return { whole: withValue(whole, parent, rename(inner)), path: pathText([...parent, change(name)]) }
}

function pathText(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
}

function twice(whole: Json): string {
  return JSON.stringify(whole).replace('{', '{"verb":{"id":"https://example.org/verb"},')
}

/** JSON.parse makes it infinite. */
function tooLarge(whole: Json): string {
  return JSON.stringify({ ...whole, result: { extensions: { 'a:b': 0 } } }).replace('{"a:b":0}', '{"a:b":1e999}')
}
