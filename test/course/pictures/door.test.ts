import { expect } from 'chai'
import { door, switchingDoor } from '../../../course/pictures/door.ts'
import { doorGlyph } from '../../../course/pictures/glyph.ts'

const groups = (svg: string) => [...svg.matchAll(/<g class="door-(closed|ajar|open)">/g)].map(([, state]) => state)

describe('switchingDoor', () => {
  it('holds each of its three states once, inside the group whose state the style sheet reads', () => {
    const svg = switchingDoor([40, 166], [30, 62], { module: 'M3', state: 'ajar' })
    expect(groups(svg)).to.deep.equal(['closed', 'ajar', 'open'])
    expect(svg).to.contain('<g class="door" data-module="M3" data-state="ajar">')
  })

  it('names no module where it belongs to none', () => {
    expect(switchingDoor([0, 0], [74, 148], { state: 'closed' })).not.to.contain('data-module')
  })
})

describe('door', () => {
  it('looks different in every state', () => {
    const drawn = (['closed', 'ajar', 'open'] as const).map((state) => door([0, 0], [52, 136], state))
    expect(new Set(drawn).size).to.equal(3)
  })

  it('sheds light when it is open or ajar, and none when it is closed', () => {
    const light = (state: 'closed' | 'ajar' | 'open') =>
      /<rect [^>]*fill="var\(--light\)"/.test(door([0, 0], [30, 62], state))
    expect([light('closed'), light('ajar'), light('open')]).to.deep.equal([false, true, true])
  })

  it('stands in trim that reaches 4 outside the leaf, so that the leaf touches no wall', () => {
    expect(door([0, 0], [30, 62], 'closed')).to.contain(
      '<rect x="-4" y="-4" width="38" height="66" fill="var(--trim)"/>',
    )
  })
})

describe('doorGlyph', () => {
  it('is hidden from screen readers, because the word beside it says the state', () => {
    expect(doorGlyph()).to.contain('aria-hidden="true"')
  })

  it('is closed until somebody says otherwise, in all three states', () => {
    const svg = doorGlyph({ module: 'M1' })
    expect(svg).to.contain('data-module="M1" data-state="closed"')
    expect(groups(svg)).to.deep.equal(['closed', 'ajar', 'open'])
  })

  it('throws no light outside its square of 40×44', () => {
    expect(doorGlyph({ state: 'open' })).not.to.contain('fill-opacity="0.6"')
  })
})
