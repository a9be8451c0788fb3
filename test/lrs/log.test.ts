import { expect } from 'chai'
import { loggedPath } from '../../lrs/log.ts'

describe('loggedPath', () => {
  it('leaves out the secrets of links', () => {
    for (const path of ['/kurs/abc', '/kurs/session/abc', '/kurs/fil/1/index.html'])
      expect(loggedPath(path)).to.equal('/kurs/…')
    expect(loggedPath('/in/abc')).to.equal('/in/…')
  })

  it('leaves other paths as they are', () => {
    for (const path of ['/', '/xapi/statements', '/analys', '/kurs']) expect(loggedPath(path)).to.equal(path)
  })
})
