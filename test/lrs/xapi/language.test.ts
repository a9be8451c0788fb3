import { expect } from 'chai'
import { isLanguageTag, parseAcceptLanguage, pickLanguage } from '../../../lrs/xapi/language.ts'

describe('isLanguageTag', () => {
  for (const tag of [
    'sv',
    'cmn',
    'en-GB',
    'EN-gb',
    'es-419',
    'zh-Hant',
    'zh-cmn-Hans-CN',
    'sr-Latn-RS',
    'de-CH-1901',
    'sl-rozaj-biske',
    'en-US-u-islamcal',
    'x-lots',
    'sv-x-lots-a1',
    'i-klingon',
    'en-GB-oed',
    'root',
    'abcdefgh',
  ]) {
    it(`takes ${tag}`, () => expect(isLanguageTag(tag)).to.equal(true))
  }

  for (const tag of [
    '',
    's',
    'something',
    'a12345',
    'en_US',
    'sv-',
    '-sv',
    'sv--SE',
    'sv-SEE-',
    'sv-abcdefghi',
    'sv-SE-SE',
    'x',
    'sv-x',
    'en-a',
    'sv SE',
    `sv${'-abcde'.repeat(50)}`,
  ]) {
    it(`refuses ${JSON.stringify(tag.slice(0, 30))}`, () => expect(isLanguageTag(tag)).to.equal(false))
  }
})

describe('parseAcceptLanguage', () => {
  it('puts the best first and leaves out what is not wanted', () => {
    expect(parseAcceptLanguage('da, en-gb;q=0.8, en;q=0.7, sv;q=0, *;q=0.1')).to.deep.equal(['da', 'en-gb', 'en', '*'])
  })

  it('makes nothing of nothing', () => {
    for (const header of [undefined, '', ' , ;', 'sv;q=x']) expect(parseAcceptLanguage(header)).to.deep.equal([])
  })
})

describe('pickLanguage', () => {
  const map = { 'en-US': 'door', sv: 'dörr', 'en-GB': 'front door' }
  const choices: [ranges: string[], tag: keyof typeof map][] = [
    [['sv'], 'sv'],
    [['en-gb'], 'en-GB'],
    [['en'], 'en-US'],
    [['sv-fi'], 'sv'],
    [['de', 'sv'], 'sv'],
    [['de', '*', 'sv'], 'en-US'],
    [['de'], 'en-US'],
    [[], 'en-US'],
  ]
  for (const [ranges, tag] of choices) {
    it(`takes ${tag} for ${JSON.stringify(ranges)}`, () => {
      expect(pickLanguage(map, ranges)).to.deep.equal({ [tag]: map[tag] })
    })
  }

  it('leaves an empty map empty', () => expect(pickLanguage({}, ['sv'])).to.deep.equal({}))
})
