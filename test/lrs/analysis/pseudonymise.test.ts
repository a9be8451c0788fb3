import { expect } from 'chai'
import fc from 'fast-check'
import { pseudonymise } from '../../../lrs/analysis/pseudonymise.ts'
import type { Actor } from '../../../lrs/xapi/types.ts'
import { statement } from '../../support/statement.ts'

const nameless = () => 'P'
const hidden = (value: unknown) => JSON.stringify(pseudonymise(value, nameless))

/** Something to be known by that no statement has by chance. */
const secret = fc.stringMatching(/^[a-zåäö]{6,12}[0-9]{2}$/).map((text) => `zq${text}`)

const identifier = fc.oneof(
  secret.map((text) => ({ secrets: [text, `${text}@example.org`], agent: { mbox: `mailto:${text}@example.org` } })),
  fc.stringMatching(/^[0-9a-f]{40}$/).map((sha1) => ({ secrets: [sha1], agent: { mbox_sha1sum: sha1 } })),
  secret.map((text) => ({ secrets: [`https://${text}/`], agent: { openid: `https://${text}/` } })),
  secret.map((text) => ({ secrets: [text], agent: { account: { homePage: 'https://lms.example.org', name: text } } })),
)

const agent = fc.tuple(identifier, fc.option(secret, { nil: undefined })).map(([known, name]) => ({
  secrets: name === undefined ? known.secrets : [...known.secrets, name],
  agent: { ...(name !== undefined && { name }), ...known.agent },
}))

const group = fc.tuple(agent, fc.array(agent, { maxLength: 3 })).map(([known, members]) => ({
  secrets: [known, ...members].flatMap(({ secrets }) => secrets),
  agent: { objectType: 'Group', ...known.agent, member: members.map((member) => member.agent) },
}))

const anyone = fc.oneof(agent, group)

/** A statement with somebody in every place, and everybody's names spread over its texts. */
const crowded = fc
  .record({
    actor: anyone,
    object: anyone,
    authority: agent,
    instructor: anyone,
    team: group,
    inner: anyone,
    extra: agent,
  })
  .map((people) => {
    const secrets = Object.values(people).flatMap((person) => person.secrets)
    const words = secrets.map((text) => `(${text.toUpperCase()})`).join(' ')
    const subStatement = {
      objectType: 'SubStatement',
      actor: people.inner.agent,
      verb: { id: 'https://example.org/met' },
      object: { objectType: 'Agent', ...people.object.agent },
    }
    return {
      secrets,
      statement: statement({
        actor: people.actor.agent,
        object: subStatement,
        authority: people.authority.agent,
        result: {
          response: words,
          extensions: { [`https://example.org/${secrets[0]}`]: { deep: [{ who: people.extra.agent }] } },
        },
        context: {
          instructor: people.instructor.agent,
          team: people.team.agent,
          contextAgents: [
            { objectType: 'contextAgent', agent: people.inner.agent, relevantTypes: ['https://example.org/r'] },
          ],
          contextGroups: [{ objectType: 'contextGroup', group: people.team.agent }],
          contextActivities: { other: [{ id: `https://example.org/${encodeURIComponent(secrets.join('/'))}` }] },
          extensions: { 'https://example.org/ext': { [secrets.at(-1) ?? '']: secrets, user: people.extra.agent } },
        },
      }),
    }
  })

describe('pseudonymise', () => {
  it('lets no identifier and no name of anybody survive anywhere', () => {
    fc.assert(
      fc.property(crowded, ({ secrets, statement }) => {
        const shown = hidden(statement).toLowerCase()
        for (const text of secrets) {
          expect(shown).to.not.contain(text.toLowerCase())
          expect(shown).to.not.contain(encodeURIComponent(text).toLowerCase())
        }
      }),
      { numRuns: 150 },
    )
  })

  it('keeps everything else as it is', () => {
    const original = statement({
      result: {
        score: { scaled: 0.5 },
        success: true,
        response: 'a[,]c',
        extensions: { 'https://example.org/x': [null, '', {}] },
      },
      context: { registration: '7e570001-0000-4000-8000-000000000001', language: 'sv' },
    })
    const { actor, ...rest } = pseudonymise(original, nameless) as Record<string, unknown>
    const { actor: _, ...expected } = original
    expect(rest).to.deep.equal(expected)
    expect(actor).to.deep.equal({ objectType: 'Agent', name: 'P' })
  })

  it('tells agents and groups apart and keeps a group’s members', () => {
    const member = [{ mbox: 'mailto:a@example.org' }, { openid: 'https://b.example.org' }]
    const shown = pseudonymise(
      statement({ actor: { objectType: 'Group', member } }),
      (one: Actor) => one.mbox ?? one.objectType ?? 'x',
    )
    expect((shown as { actor: unknown }).actor).to.deep.equal({
      objectType: 'Group',
      name: 'Group',
      member: [
        { objectType: 'Agent', name: 'mailto:a@example.org' },
        { objectType: 'Agent', name: 'x' },
      ],
    })
  })

  it('takes the pseudonym for a name in a text as a whole word, in any case', () => {
    const sent = statement({
      actor: { name: 'Anna Berg', mbox: 'mailto:anna@example.org' },
      result: { response: 'anna berg, Annas berg' },
    })
    expect(hidden(sent)).to.contain('"response":"P, Annas berg"')
  })

  it('leaves words and dates alone that have a short name or number in them', () => {
    const account = { homePage: 'https://lms.example.org', name: '2026' }
    const sent = statement({ actor: { name: 'Bo', account }, result: { response: 'Bo i Bo den 2026-11-24' } })
    expect(hidden(sent)).to.contain('Bo i Bo den 2026-11-24')
    expect(hidden(sent)).to.not.contain('lms.example.org')
  })

  it('survives extensions that only look like people', () => {
    const extensions = {
      'https://example.org/x': [
        { mbox: 7, openid: 'https://o.example.org' },
        { account: { name: 'eva-1' } },
        { agent: 'text' },
      ],
    }
    expect(hidden(statement({ context: { extensions } }))).to.contain(
      '{"objectType":"Agent","name":"P"},{"objectType":"Agent","name":"P"},{"agent":"text"}',
    )
  })

  it('does not change what it is given', () => {
    const sent = statement({ actor: { name: 'Anna Berg', mbox: 'mailto:anna@example.org' } })
    const before = JSON.stringify(sent)
    hidden(sent)
    expect(JSON.stringify(sent)).to.equal(before)
  })
})
