import { expect } from 'chai'
import { negotiateVersion } from '../../../lrs/xapi/versions.ts'

describe('negotiateVersion', () => {
  const answers: [header: string, version: string | undefined][] = [
    ['1.0', '1.0.3'],
    ['1.0.0', '1.0.3'],
    ['1.0.9', '1.0.3'],
    ['2.0', '2.0.0'],
    ['2.0.0', '2.0.0'],
    ['2.0.7', '2.0.0'],
    ['', undefined],
    ['0.95', undefined],
    ['0.9.9', undefined],
    ['1', undefined],
    ['1.1.0', undefined],
    ['2.1.0', undefined],
    ['3.0.0', undefined],
    ['1.0.x', undefined],
    ['1.0.3, 2.0.0', undefined],
    [' 1.0.3', undefined],
  ]
  for (const [header, version] of answers) {
    it(`answers ${JSON.stringify(header)} with ${version}`, () => expect(negotiateVersion(header)).to.equal(version))
  }
})
