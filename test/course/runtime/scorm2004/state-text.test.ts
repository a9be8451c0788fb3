import { expect } from 'chai'
import { readState, stateText } from '../../../../course/runtime/scorm2004/state-text.ts'

const one = Uint8Array.of(1, 2, 255)
const other = Uint8Array.of(9)

describe('stateText', () => {
  it('counts every change, so that no value ever comes back', () => {
    const texts = ['']
    for (const state of [one, other, one]) texts.push(stateText(state, texts.at(-1) ?? ''))
    expect(texts).to.deep.equal(['', '1.AQL_', '2.CQ', '3.AQL_'])
  })

  it('stays as it is while the state does', () => {
    expect(stateText(one, '7.AQL_')).to.equal('7.AQL_')
  })
})

describe('readState', () => {
  it('gives back the state', () => {
    expect(readState(stateText(one, ''))).to.deep.equal(one)
  })

  it('gives undefined for what is no state of ours', () => {
    for (const text of ['', 'AQL_', '1,AQL_', '1.å']) expect(readState(text), text).to.equal(undefined)
  })
})
