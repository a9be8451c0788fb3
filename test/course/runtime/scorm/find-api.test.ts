import { expect } from 'chai'
import { type Frame, findApi as findNamed } from '../../../../course/runtime/scorm/find-api.ts'

const api = { LMSInitialize: () => 'true' }
const api2004 = { Initialize: () => 'true' }

const findApi = (start: Frame) => findNamed(start, 'API', 'LMSInitialize')

/** Somebody else's window: touching its API throws. */
const foreign = (more: object = {}): Frame =>
  Object.defineProperty({ ...more }, 'API', {
    get() {
      throw new Error('cross-origin')
    },
  })

const nested = (depth: number, top: object): Frame => (depth === 0 ? top : { parent: nested(depth - 1, top) })

describe('findApi', () => {
  it('finds it in the window itself and in any parent', () => {
    expect(findApi({ API: api })).to.equal(api)
    expect(findApi(nested(7, { API: api }))).to.equal(api)
  })

  it('walks past windows of others', () => {
    expect(findApi(foreign({ parent: foreign({ parent: { API: api } }) }))).to.equal(api)
  })

  it('goes on in the opener of the outermost window and its parents', () => {
    expect(findApi({ parent: { opener: foreign({ parent: { API: api } }) } })).to.equal(api)
  })

  it('stops at a window that is its own parent', () => {
    const top: { parent?: Frame; opener: null } = { opener: null }
    top.parent = top
    expect(findApi({ parent: top })).to.equal(undefined)
  })

  it('looks no further than 500 parents', () => {
    expect(findApi(nested(500, { API: api }))).to.equal(api)
    expect(findApi(nested(502, { API: api }))).to.equal(undefined)
  })

  it('takes no object that is no API', () => {
    expect(findApi({ API: {}, parent: { API: null } })).to.equal(undefined)
  })

  it('looks only for the packaged version’s', () => {
    const both: Frame = { API_1484_11: api2004, parent: { API: api } }
    expect(findApi(both)).to.equal(api)
    expect(findNamed(both, 'API_1484_11', 'Initialize')).to.equal(api2004)
    expect(findNamed({ API: api }, 'API_1484_11', 'Initialize')).to.equal(undefined)
    expect(findApi({ API: api2004 })).to.equal(undefined)
  })
})
