import { expect } from 'chai'
import { parseNames } from '../../../lrs/accounts/names.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('parseNames', () => {
  it('reads one name a line and skips empty lines and spaces', () => {
    expect(parseNames(utf8('Åsa Öberg\n\n  Per   Äng \n\t\n')).names).to.deep.equal(['Åsa Öberg', 'Per Äng'])
  })

  it('reads a file from Windows: byte order mark and CRLF', () => {
    expect(parseNames(utf8('\ufeffÅsa Öberg\r\nPer Äng\r\n')).names).to.deep.equal(['Åsa Öberg', 'Per Äng'])
  })

  it('reads Windows-1252, as Excel writes text files', () => {
    expect(parseNames(Buffer.from('Åsa Öberg\r\nPer Äng', 'latin1')).names).to.deep.equal(['Åsa Öberg', 'Per Äng'])
  })

  it('reads UTF-16 in both byte orders', () => {
    const little = Buffer.from('\ufeffÅsa Öberg\r\nPer Äng', 'utf16le')
    expect(parseNames(little).names).to.deep.equal(['Åsa Öberg', 'Per Äng'])
    expect(parseNames(Buffer.from(little).swap16()).names).to.deep.equal(['Åsa Öberg', 'Per Äng'])
  })

  it('gives a repeated name once and says so, also when case, spacing or composition differ', () => {
    const list = parseNames(utf8('Åsa Öberg\nPer Äng\nåsa  öberg\nA\u030Asa O\u0308berg'))
    expect(list).to.deep.equal({ names: ['Åsa Öberg', 'Per Äng'], repeated: ['Åsa Öberg'] })
  })

  it('finds nobody in an empty file', () => {
    expect(parseNames(utf8('\ufeff\r\n'))).to.deep.equal({ names: [], repeated: [] })
  })
})
