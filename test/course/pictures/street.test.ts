import { expect } from 'chai'
import { halfStreet } from '../../../course/pictures/street.ts'
import { streetLabel } from '../../../course/pictures/street-label.ts'

const doors = (svg: string) =>
  Object.fromEntries([...svg.matchAll(/data-module="(M\d+)" data-state="(\w+)"/g)].map(([, id, state]) => [id, state]))

describe('halfStreet', () => {
  it('has a door for each of the twelve modules, six in each half', () => {
    expect(Object.keys(doors(halfStreet(1)))).to.deep.equal(['M1', 'M2', 'M3', 'M4', 'M5', 'M6'])
    expect(Object.keys(doors(halfStreet(2)))).to.deep.equal(['M7', 'M8', 'M9', 'M10', 'M11', 'M12'])
  })

  it('draws each door in the state it is told, and closed where nothing is told', () => {
    const states = doors(halfStreet(1, { M1: 'open', M3: 'ajar' }))
    expect(states).to.deep.equal({ M1: 'open', M2: 'closed', M3: 'ajar', M4: 'closed', M5: 'closed', M6: 'closed' })
  })

  it('says which half it is and how its doors stand', () => {
    expect(halfStreet(2)).to.contain('data-half="2"')
    expect(halfStreet(1, { M1: 'open' })).to.contain(`aria-label="${streetLabel(1, { M1: 'open' })}"`)
  })
})

describe('streetLabel', () => {
  it('says that all doors are closed when nothing has happened', () => {
    expect(streetLabel(1, {})).to.equal('En gata med sex hus. Dörr 1 till 6 är stängda.')
  })

  it('says open doors first, then those ajar, then the closed ones', () => {
    expect(streetLabel(1, { M1: 'open', M2: 'open', M3: 'ajar' })).to.equal(
      'En gata med sex hus. Dörr 1 och 2 är öppna. Dörr 3 står på glänt. Dörr 4 till 6 är stängda.',
    )
  })

  it('counts on from 7 in the second half, and joins what does not follow on each other', () => {
    expect(streetLabel(2, { M7: 'open', M9: 'open', M12: 'open' })).to.equal(
      'Gatan fortsätter med sex hus. Dörr 7, 9 och 12 är öppna. Dörr 8, 10 och 11 är stängda.',
    )
  })

  it('says one door in the singular', () => {
    expect(streetLabel(2, { M8: 'open' })).to.contain('Dörr 8 är öppen. Dörr 7 och 9 till 12 är stängda.')
  })
})
