import fc, { type Arbitrary } from 'fast-check'
import type { Json } from '../statement.ts'
import * as valid from './fragments.ts'
import type { Kind } from './places.ts'
import {
  iri,
  noDuration,
  noIri,
  noLength,
  noMap,
  noMbox,
  noMedia,
  noSha1,
  noSha2,
  noTag,
  noTimestamp,
  not,
  noUuid,
  text,
  without,
} from './values.ts'

/** A rule of the statement grammar and ways to break it, each by one thing in an otherwise valid part. */
export interface Rule {
  /** As the issue names it. */
  requirement: string
  /** Which kind of part is broken. */
  kind: Kind
  part: Arbitrary<unknown>
  /** Where the issue is, below the part. */
  at?: string | ((part: never) => string)
}

/** A valid part with one property replaced by a wrong value. */
const wrong = (part: Arbitrary<Json>, name: string, value: Arbitrary<unknown>): Arbitrary<Json> =>
  fc.tuple(part, value).map(([whole, bad]) => ({ ...whole, [name]: bad }))
const some = (changes: Record<string, Arbitrary<unknown>>): Arbitrary<Json> =>
  fc.record(changes, { noNullPrototype: true })

const plain = {
  agent: fc.constant<Json>({ objectType: 'Agent', name: 'A' }),
  group: fc.constant<Json>({ objectType: 'Group' }),
  object: fc.constant<Json>({}),
}
const twoIdentifiers = fc
  .tuple(valid.identifier, valid.identifier)
  .filter(([one, other]) => Object.keys(one)[0] !== Object.keys(other)[0])
  .map(([one, other]): Json => ({ ...one, ...other }))
const account = fc.record({ homePage: iri, name: text })
const member = (size: number): Arbitrary<unknown> => fc.array(valid.agent, { minLength: size, maxLength: size })
const oauth = fc.tuple(valid.agent, fc.record({ account }))
const key = (name: string, value: Arbitrary<unknown>) => some({ [name]: value })

/** [requirement, kind, part, at]: what each part breaks. */
const table: [requirement: string, kind: Kind, part: Arbitrary<unknown>, at?: Rule['at']][] = [
  ['Data 2.4.1 (XAPI-00027)', 'ownStatement', key('id', noUuid), '.id'],
  ['Data 2.4.2 (XAPI-00003)', 'statement', key('actor', fc.oneof(not.object, fc.constant(undefined))), '.actor'],
  ['Data 2.4.3 (XAPI-00004)', 'statement', key('verb', fc.oneof(not.object, fc.constant(undefined))), '.verb'],
  ['Data 2.4.4 (XAPI-00005)', 'ownStatement', key('object', fc.oneof(not.object, fc.constant(undefined))), '.object'],
  ['Data 2.4.5', 'statement', key('result', not.object), '.result'],
  ['Data 2.4.6', 'statement', key('context', not.object), '.context'],
  ['Data 2.4.8 (XAPI-00023)', 'ownStatement', key('stored', noTimestamp), '.stored'],
  ['Data 4.5 (XAPI-00123)', 'statement', key('timestamp', noTimestamp), '.timestamp'],
  [
    'Data 2.4.10 (XAPI-00101)',
    'ownStatement',
    key('version', fc.oneof(not.string, fc.constantFrom('', '0.9.9', '1.1.0', '2.1.0', '3.0', '1', '1.0.x', '1.0.'))),
    '.version',
  ],
  ['Data 2.4.11 (XAPI-00025)', 'statement', key('attachments', not.array), '.attachments'],
  ['Data 2.4.11 (XAPI-00025)', 'attachment', not.object],

  [
    'Data 2.4.2.1 (XAPI-00032)',
    'agent',
    wrong(valid.agent, 'objectType', fc.oneof(not.string, fc.constantFrom('agent', 'Person', 'Activity', ''))),
    '.objectType',
  ],
  [
    'Data 2.4.2.1 (XAPI-00032)',
    'onlyAgent',
    wrong(valid.identifiedGroup.map(without('member')), 'objectType', fc.constant('Group')),
    '.objectType',
  ],
  ['Data 2.4.2.1 (XAPI-00033)', 'agent', wrong(valid.agent, 'name', not.string), '.name'],
  ['Data 2.4.2.1 (XAPI-00034)', 'agent', plain.agent],
  ['Data 2.4.2.1 (XAPI-00034)', 'agent', twoIdentifiers],
  ['Data 2.4.2.2 (XAPI-00037)', 'group', twoIdentifiers.map((who): Json => ({ objectType: 'Group', ...who }))],
  [
    'Data 2.4.2.2 (XAPI-00031)',
    'onlyGroup',
    wrong(valid.group, 'objectType', fc.constantFrom<unknown>('Agent', 'group', '', 1)),
    '.objectType',
  ],
  ['Data 2.4.2.2 (XAPI-00031)', 'onlyGroup', valid.group.map(without('objectType')), '.objectType'],
  ['Data 2.4.2.2 (XAPI-00035)', 'group', plain.group, '.member'],
  ['Data 2.4.2.2 (XAPI-00035)', 'group', wrong(plain.group, 'member', not.array), '.member'],
  ['Data 2.4.2.2 (XAPI-00036)', 'group', wrong(valid.identifiedGroup, 'member', not.array), '.member'],
  [
    'Data 2.4.2.2 (XAPI-00036)',
    'group',
    wrong(
      valid.group,
      'member',
      not.object.map((one) => [one]),
    ),
    '.member[0]',
  ],
  ['Data 2.4.2.3 (XAPI-00038)', 'agent', key('mbox', noMbox), '.mbox'],
  ['Data 2.4.2.3 (XAPI-00039)', 'agent', key('mbox_sha1sum', noSha1), '.mbox_sha1sum'],
  ['Data 2.4.2.3 (XAPI-00040)', 'agent', key('openid', noIri), '.openid'],
  ['Data 2.4.2.4 (XAPI-00041)', 'agent', key('account', not.object), '.account'],
  ['Data 2.4.2.4 (XAPI-00042)', 'agent', key('account', wrong(account, 'homePage', noIri)), '.account.homePage'],
  ['Data 2.4.2.4 (XAPI-00042)', 'agent', key('account', account.map(without('homePage'))), '.account.homePage'],
  ['Data 2.4.2.4 (XAPI-00043)', 'agent', key('account', wrong(account, 'name', not.string)), '.account.name'],
  ['Data 2.4.2.4 (XAPI-00043)', 'agent', key('account', account.map(without('name'))), '.account.name'],
  ['Data 2.4.9 (XAPI-00098)', 'authority', fc.oneof(not.object, valid.identifiedGroup)],
  [
    'Data 2.4.9 (XAPI-00098)',
    'authority',
    fc
      .constantFrom(1, 3)
      .chain(member)
      .map((member) => ({ objectType: 'Group', member })),
  ],
  [
    'Data 2.4.9 (XAPI-00100)',
    'authority',
    fc
      .tuple(oauth, fc.constant({ mbox: 'mailto:lots@example.org' }))
      .map(([, one]) => ({ objectType: 'Group', member: [one, one] })),
    '.member',
  ],

  ['Data 2.4.3 (XAPI-00044)', 'verb', wrong(valid.verb, 'id', noIri), '.id'],
  ['Data 2.4.3 (XAPI-00044)', 'verb', valid.verb.map(without('id')), '.id'],
  ['Data 2.4.3 (XAPI-00045)', 'verb', wrong(valid.verb, 'display', noMap), '.display'],
  ['Data 4.2 (XAPI-00121)', 'languageMap', wrongTag(), (map: Json) => atKey(map)],
  [
    'Data 4.2',
    'languageMap',
    fc.tuple(fc.constantFrom('sv', 'en'), not.string).map(([tag, bad]) => ({ [tag]: bad })),
    (map: Json) => atKey(map),
  ],
  [
    'Data 4.1 (XAPI-00118)',
    'extensions',
    fc.constantFrom('', 'lots', 'a b:c', '/a').map((name) => ({ [name]: 1 })),
    (map: Json) => atKey(map),
  ],

  [
    'Data 2.4.4 (XAPI-00046)',
    'object',
    wrong(valid.activity, 'objectType', fc.oneof(not.string, fc.constantFrom('activity', 'Verb', ''))),
    '.objectType',
  ],
  [
    'Data 2.4.4.1 (XAPI-00046)',
    'contextActivity',
    wrong(valid.activity, 'objectType', fc.constantFrom<unknown>('Agent', 'activity', '', 1)),
    '.objectType',
  ],
  ['Data 2.4.4.1 (XAPI-00047)', 'activity', wrong(valid.activity, 'id', noIri), '.id'],
  ['Data 2.4.4.1 (XAPI-00047)', 'activity', valid.activity.map(without('id')), '.id'],
  ['Data 2.4.4.1 (XAPI-00048)', 'activity', wrong(valid.activity, 'definition', not.object), '.definition'],
  ['Data 2.4.4.1 (XAPI-00056)', 'definition', wrong(valid.definition, 'name', noMap), '.name'],
  ['Data 2.4.4.1 (XAPI-00059)', 'definition', wrong(valid.definition, 'description', noMap), '.description'],
  ['Data 2.4.4.1 (XAPI-00060)', 'definition', wrong(valid.definition, 'type', noIri), '.type'],
  ['Data 2.4.4.1 (XAPI-00061)', 'definition', wrong(valid.definition, 'moreInfo', noIri), '.moreInfo'],
  ['Data 4.1 (XAPI-00057)', 'definition', wrong(valid.definition, 'extensions', not.object), '.extensions'],
  [
    'Data 2.4.4.1 (XAPI-00009)',
    'definition',
    key('interactionType', fc.oneof(not.string, fc.constantFrom('', 'Choice', 'true_false', 'constructor'))),
    '.interactionType',
  ],
  ['Data 2.4.4.1 (XAPI-00064)', 'definition', key('correctResponsesPattern', fc.constant(['a'])), '.interactionType'],
  [
    'Data 2.4.4.1 (XAPI-00064)',
    'definition',
    fc.constantFrom('choices', 'scale', 'source', 'target', 'steps').map((list) => ({ [list]: [{ id: 'a' }] })),
    '.interactionType',
  ],
  ['Data 2.4.4.1 (XAPI-00063)', 'definition', choices(fc.oneof(plain.object, key('id', not.string))), '.choices[0].id'],
  [
    'Data 2.4.4.1',
    'definition',
    choices(key('description', noMap).map((one) => ({ id: 'a', ...one }))),
    '.choices[0].description',
  ],
  ['Data 2.4.4.1', 'definition', choices(not.object), '.choices[0]'],
  [
    'Data 2.4.4.1, "Interaction Activities"',
    'definition',
    some({ interactionType: fc.constant('other'), correctResponsesPattern: not.array }),
    '.correctResponsesPattern',
  ],
  [
    'Data 2.4.4.1, "Response Patterns"',
    'definition',
    some({ interactionType: fc.constant('fill-in'), correctResponsesPattern: not.string.map((one) => [one]) }),
    '.correctResponsesPattern[0]',
  ],
  [
    'Data 2.4.4.1, "Interaction Components"',
    'definition',
    some({ interactionType: fc.constant('choice'), choices: not.array }),
    '.choices',
  ],
  [
    'Data 2.4.4.1, "Interaction Components"',
    'definition',
    text.map((id) => ({ interactionType: 'choice', choices: [{ id }, { id }] })),
    '.choices[1].id',
  ],
  [
    'Data 2.4.4.1, "Interaction Components"',
    'definition',
    fc
      .constantFrom('likert', 'numeric', 'matching')
      .map((interactionType) => ({ interactionType, choices: [{ id: 'a' }] })),
    '.choices',
  ],
  ['Data 2.4.4.3 (XAPI-00072)', 'statementRef', wrong(valid.statementRef, 'id', noUuid), '.id'],
  ['Data 2.4.4.3 (XAPI-00072)', 'statementRef', valid.statementRef.map(without('id')), '.id'],
  [
    'Data 2.4.4.3 (XAPI-00073)',
    'contextStatement',
    wrong(valid.statementRef, 'objectType', fc.constantFrom<unknown>('Activity', 'statementref', 1)),
    '.objectType',
  ],
  ['Data 2.4.4.3 (XAPI-00073)', 'contextStatement', valid.statementRef.map(without('objectType')), '.objectType'],
  [
    'Data 2.3.2 (XAPI-00017)',
    'statement',
    fc
      .tuple(valid.activity, valid.verb)
      .map(([object, verb]) => ({ object, verb: { ...verb, id: 'http://adlnet.gov/expapi/verbs/voided' } })),
    '.object',
  ],

  ['Data 2.4.5 (XAPI-00074)', 'result', wrong(valid.result, 'success', not.boolean), '.success'],
  ['Data 2.4.5 (XAPI-00075)', 'result', wrong(valid.result, 'completion', not.boolean), '.completion'],
  ['Data 2.4.5 (XAPI-00076)', 'result', wrong(valid.result, 'response', not.string), '.response'],
  ['Data 4.6 (XAPI-00124)', 'result', wrong(valid.result, 'duration', noDuration), '.duration'],
  ['Data 4.1 (XAPI-00078)', 'result', wrong(valid.result, 'extensions', not.object), '.extensions'],
  ['Data 2.4.5.1 (XAPI-00079)', 'result', wrong(valid.result, 'score', not.object), '.score'],
  [
    'Data 2.4.5.1 (XAPI-00079)',
    'score',
    fc.constantFrom(
      { min: 1, max: 1 },
      { min: 2, max: 1 },
      { raw: 0, min: 1 },
      { raw: 2, max: 1 },
      { raw: 3, min: 1, max: 2 },
    ),
  ],
  ['Data 2.4.5.1 (XAPI-00080)', 'score', key('max', not.number), '.max'],
  ['Data 2.4.5.1 (XAPI-00081)', 'score', key('min', not.number), '.min'],
  ['Data 2.4.5.1 (XAPI-00082)', 'score', key('raw', not.number), '.raw'],
  [
    'Data 2.4.5.1 (XAPI-00083)',
    'score',
    key('scaled', fc.oneof(not.number, fc.constantFrom(1.0001, -1.0001, 100))),
    '.scaled',
  ],

  ['Data 2.4.6 (XAPI-00087)', 'context', key('registration', noUuid), '.registration'],
  ['Data 2.4.6 (XAPI-00087)', 'context', key('instructor', not.object), '.instructor'],
  ['Data 2.4.6 (XAPI-00088)', 'context', key('team', not.object), '.team'],
  ['Data 2.4.6.2 (XAPI-00086)', 'context', key('contextActivities', not.object), '.contextActivities'],
  ['Data 2.4.6.2 (XAPI-00094)', 'contextActivity', fc.oneof(fc.integer(), fc.boolean(), text)],
  ['Data 2.4.6 (XAPI-00089)', 'context', key('revision', not.string), '.revision'],
  ['Data 2.4.6 (XAPI-00090)', 'context', key('platform', not.string), '.platform'],
  ['Data 2.4.6 (XAPI-00091)', 'context', key('language', noTag), '.language'],
  ['Data 2.4.6 (XAPI-00092)', 'context', key('statement', not.object), '.statement'],
  ['Data 4.1 (XAPI-00120)', 'context', key('extensions', not.object), '.extensions'],
  [
    'Data 2.4.6 (XAPI-00084)',
    'statement',
    fc
      .tuple(text, fc.oneof(valid.agent, valid.statementRef))
      .map(([revision, object]) => ({ object, context: { revision } })),
    '.context.revision',
  ],
  [
    'Data 2.4.6 (XAPI-00085)',
    'statement',
    fc
      .tuple(text, fc.oneof(valid.group, valid.statementRef))
      .map(([platform, object]) => ({ object, context: { platform } })),
    '.context.platform',
  ],
  ...participants('contextAgents', 'agent', valid.contextAgent),
  ...participants('contextGroups', 'group', valid.contextGroup),

  ['Data 2.4.11 (XAPI-00107)', 'attachment', wrong(valid.attachment, 'usageType', noIri), '.usageType'],
  ['Data 2.4.11 (XAPI-00107)', 'attachment', valid.attachment.map(without('usageType')), '.usageType'],
  ['Data 2.4.11 (XAPI-00106)', 'attachment', wrong(valid.attachment, 'display', noMap), '.display'],
  ['Data 2.4.11 (XAPI-00106)', 'attachment', wrong(valid.attachment, 'description', noMap), '.description'],
  ['Data 2.4.11 (XAPI-00106)', 'attachment', valid.attachment.map(without('display')), '.display'],
  ['Data 2.4.11 (XAPI-00105)', 'attachment', wrong(valid.attachment, 'contentType', noMedia), '.contentType'],
  ['Data 2.4.11 (XAPI-00105)', 'attachment', valid.attachment.map(without('contentType')), '.contentType'],
  ['Data 2.4.11 (XAPI-00102)', 'attachment', wrong(valid.attachment, 'length', noLength), '.length'],
  ['Data 2.4.11 (XAPI-00102)', 'attachment', valid.attachment.map(without('length')), '.length'],
  ['Data 2.4.11 (XAPI-00103)', 'attachment', wrong(valid.attachment, 'sha2', noSha2), '.sha2'],
  ['Data 2.4.11 (XAPI-00103)', 'attachment', valid.attachment.map(without('sha2')), '.sha2'],
  ['Data 2.4.11 (XAPI-00104)', 'attachment', wrong(valid.attachment, 'fileUrl', noIri), '.fileUrl'],
  [
    'Data 2.6 (XAPI-00115)',
    'attachment',
    valid.attachment.map((one) => ({ ...one, usageType: 'http://adlnet.gov/expapi/attachments/signature' })),
    '.contentType',
  ],
]

function wrongTag(): Arbitrary<Json> {
  return noTag.filter((bad): bad is string => typeof bad === 'string').map((bad) => ({ [bad]: 'ord' }))
}

function atKey(map: Json): string {
  const [name = ''] = Object.keys(map)
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
}

function choices(one: Arbitrary<unknown>): Arbitrary<Json> {
  return one.map((component) => ({ interactionType: 'choice', choices: [component] }))
}

function participants(list: string, role: string, one: Arbitrary<Json>): typeof table {
  const requirement = 'xAPI 2.0 4.2.2.5'
  const inList = (broken: Arbitrary<unknown>) =>
    key(
      list,
      broken.map((part) => [part]),
    )
  return [
    [requirement, 'context2', key(list, not.array), `.${list}`],
    [requirement, 'context2', inList(not.object), `.${list}[0]`],
    [requirement, 'context2', inList(one.map(without('objectType'))), `.${list}[0].objectType`],
    [
      requirement,
      'context2',
      inList(wrong(one, 'objectType', fc.constantFrom('Agent', 'Group', role))),
      `.${list}[0].objectType`,
    ],
    [requirement, 'context2', inList(one.map(without(role))), `.${list}[0].${role}`],
    [requirement, 'context2', inList(wrong(one, role, not.object)), `.${list}[0].${role}`],
    [
      requirement,
      'context2',
      inList(wrong(one, 'relevantTypes', fc.oneof(not.array, fc.constant([])))),
      `.${list}[0].relevantTypes`,
    ],
    [
      requirement,
      'context2',
      inList(
        wrong(
          one,
          'relevantTypes',
          noIri.map((bad) => [bad]),
        ),
      ),
      `.${list}[0].relevantTypes[0]`,
    ],
  ]
}

/** Rules of single parts; those of whole statements stand in broken-statement.ts. */
export const rules: Rule[] = table.map(([requirement, kind, part, at]) => ({
  requirement,
  kind,
  part,
  ...(at !== undefined && { at }),
}))
