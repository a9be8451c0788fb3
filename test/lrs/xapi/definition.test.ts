import { expect } from 'chai'
import { mergeDefinitions } from '../../../lrs/xapi/definition.ts'
import type { ActivityDefinition } from '../../../lrs/xapi/types.ts'

const choice: ActivityDefinition = {
  interactionType: 'choice',
  correctResponsesPattern: ['a'],
  choices: [{ id: 'a' }, { id: 'b' }],
}

describe('mergeDefinitions', () => {
  it('brings languages and extensions together, the newer before the older', () => {
    const older = { name: { sv: 'Dörr', en: 'Door' }, extensions: { 'https://example.org/a': 1 } }
    const newer = {
      name: { en: 'Gate', fr: 'Porte' },
      description: { sv: 'Ny' },
      extensions: { 'https://example.org/b': null },
    }
    expect(mergeDefinitions(older, newer)).to.deep.equal({
      name: { sv: 'Dörr', en: 'Gate', fr: 'Porte' },
      description: { sv: 'Ny' },
      extensions: { 'https://example.org/a': 1, 'https://example.org/b': null },
    })
  })

  it('keeps what the newer does not speak of, and takes what it does', () => {
    const older = { type: 'https://example.org/t1', moreInfo: 'https://example.org/more', ...choice }
    expect(mergeDefinitions(older, { type: 'https://example.org/t2' })).to.deep.equal({
      ...older,
      type: 'https://example.org/t2',
    })
    expect(mergeDefinitions({}, older)).to.deep.equal(older)
    expect(mergeDefinitions(older, {})).to.deep.equal(older)
  })

  it('takes an interaction whole, so that no list of another kind is left in it', () => {
    const numeric: ActivityDefinition = { interactionType: 'numeric', correctResponsesPattern: ['4[:]4'] }
    expect(mergeDefinitions(choice, numeric)).to.deep.equal(numeric)
    expect(mergeDefinitions(choice, { interactionType: 'choice' })).to.deep.equal({ interactionType: 'choice' })
  })

  it('leaves what it is given as it was', () => {
    const older = { name: { sv: 'Dörr' }, ...choice }
    const copy = structuredClone(older)
    mergeDefinitions(older, { name: { en: 'Door' }, interactionType: 'other' })
    expect(older).to.deep.equal(copy)
  })

  it('gives the same when it is done again', () => {
    const newer = { name: { sv: 'Dörr' }, ...choice }
    const once = mergeDefinitions({ name: { en: 'Door' } }, newer)
    expect(JSON.stringify(mergeDefinitions(once, newer))).to.equal(JSON.stringify(once))
  })
})
