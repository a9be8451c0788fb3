import { expect } from 'chai'
import { isIri, isUuid } from '../../../lrs/xapi/values.ts'

describe('isIri', () => {
  for (const text of [
    'https://example.org',
    'http://example.com/فعل/خواندن',
    'urn:isbn:0451450523',
    'tag:example.org,2026:lots',
    'mailto:a@example.org',
    'https://example.org/å?q=ö#ä',
    'https://[::1]:8080/a',
    'a:b',
    'https://example.org/%C3%A5',
    'https://example.org/path/../a',
  ]) {
    it(`takes ${text}`, () => expect(isIri(text)).to.equal(true))
  }

  for (const text of [
    '',
    'example.org',
    '/relative',
    '//example.org/a',
    'should fail',
    'ab=c://example.org',
    '1a:b',
    ':a',
    'http:',
    'http://',
    'https:///path',
    'https://example.org/a b',
    'https://example.org/<a>',
    'https://example.org/{a}',
    'https://example.org/\\a',
    'https://example.org/%zz',
    'https://example.org/\u0000',
    'https://example.org/\u2028',
    'https://example.org/\ud800',
    'a:b\n',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(isIri(text)).to.equal(false))
  }
})

describe('isUuid', () => {
  const uuid = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee'

  it('takes the standard form in upper and lower case, of any version', () => {
    for (const text of [
      uuid,
      uuid.toUpperCase(),
      '00000000-0000-0000-0000-000000000000',
      '018f3f4e-7b2a-7cc3-98a4-1f2e3d4c5b6a',
    ]) {
      expect(isUuid(text), text).to.equal(true)
    }
  })

  it('refuses every other form', () => {
    for (const text of [
      '',
      uuid.slice(1),
      `${uuid}0`,
      `{${uuid}}`,
      uuid.replaceAll('-', ''),
      `urn:uuid:${uuid}`,
      uuid.replace('6', 'g'),
      `${uuid}\n`,
    ]) {
      expect(isUuid(text), text).to.equal(false)
    }
  })
})
