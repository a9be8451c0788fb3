import { expect } from 'chai'
import { actorKey, matchingKeys } from '../../../lrs/xapi/identifiers.ts'

const account = (name: string) => ({ account: { homePage: 'https://lms.example.org', name } })

describe('actorKey', () => {
  it('is the one identifier, its kind in front', () => {
    expect(actorKey({ mbox: 'mailto:a@example.org' })).to.equal('mbox|mailto:a@example.org')
    expect(actorKey({ openid: 'https://id.example.org/A' })).to.equal('openid|https://id.example.org/A')
    expect(actorKey({ mbox_sha1sum: 'ABCDEF' })).to.equal('mbox_sha1sum|abcdef')
    expect(actorKey(account('4711'))).to.equal('account|https://lms.example.org|4711')
  })

  it('does not see the case of a mail domain, and sees that of a mailbox', () => {
    expect(actorKey({ mbox: 'mailto:Anna@EXAMPLE.org' })).to.equal(actorKey({ mbox: 'mailto:Anna@example.org' }))
    expect(actorKey({ mbox: 'mailto:Anna@example.org' })).not.to.equal(actorKey({ mbox: 'mailto:anna@example.org' }))
  })

  it('keeps apart names that a store would make the same', () => {
    const names = ['\ud800', '\ud801', '\\ud800', '\ufffd', '', '|', 'a|b', '\\\\ud800', '"']
    expect(new Set(names.map((name) => actorKey(account(name)))).size).to.equal(names.length)
    for (const name of names) expect(actorKey(account(name))?.isWellFormed()).to.equal(true)
  })

  it('is undefined for an anonymous group', () => {
    expect(actorKey({})).to.equal(undefined)
  })
})

describe('matchingKeys', () => {
  it('adds a group’s members', () => {
    const group = { objectType: 'Group' as const, ...account('g'), member: [account('a'), account('b')] }
    expect(matchingKeys(group)).to.deep.equal(['g', 'a', 'b'].map((name) => actorKey(account(name))))
    expect(matchingKeys({ objectType: 'Group', member: [account('a')] })).to.have.length(1)
    expect(matchingKeys(account('a'))).to.have.length(1)
  })
})
