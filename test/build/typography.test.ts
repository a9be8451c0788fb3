import { expect } from 'chai'
import { setDocument, setText } from '../../build/typography.ts'

/** Soft hyphens as `|`, no-break spaces as `~`. */
const seen = (text: string) => text.replaceAll('\u00ad', '|').replaceAll('\u00a0', '~')

describe('setText', () => {
  const cases: [string, string][] = [
    ['enligt 6 §', 'enligt 6~§'],
    ['FL 5–9 §§', 'FL~5–9~§§'],
    ['12 kap. 2 §', '12~kap.~2~§'],
    ['12 kap. 8 a §', '12~kap.~8~a~§'],
    ['27 a–b §§', '27~a–b~§§'],
    ['se kap. 2', 'se kap.~2'],
    ['kl. 10', 'kl.~10'],
    ['1 800 företag', '1~800 företag'],
    ['1 234 567 kr', '1~234~567 kr'],
    ['SFS 2017:900', 'SFS~2017:900'],
    ['2010 och 2011', '2010 och 2011'],
    ['år 2005 500 gånger', 'år 2005 500 gånger'],
  ]
  for (const [text, set] of cases) it(`sets ${text}`, () => expect(seen(setText(text))).to.equal(set))

  it('hyphenates compounds over 14 letters, and only those', () => {
    expect(seen(setText('näringslivsutvecklare'))).to.equal('närings|livs|ut|veck|lare')
    expect(seen(setText('socialkontoret'))).to.equal('socialkontoret')
    expect(seen(setText('Förvaltningslagen,'))).to.equal('Förvalt|nings|lagen,')
  })
})

describe('setDocument', () => {
  it('leaves markup, attributes, scripts, titles and drawings alone', () => {
    const kept = [
      '<title>Näringslivsutvecklare 6 §</title>',
      '<script type="application/json">{"a":"näringslivsutvecklare 6 §"}</script>',
      '<svg aria-label="näringslivsutvecklare"><text>näringslivsutvecklare 1 800</text></svg>',
      '<img alt="näringslivsutvecklare 6 §">',
    ]
    for (const html of kept) expect(setDocument(html)).to.equal(html)
  })

  it('sets text between the tags, also inside templates', () => {
    expect(seen(setDocument('<template id="a"><p>6 § <b>1 800</b> &amp; 7 §</p></template>'))).to.equal(
      '<template id="a"><p>6~§ <b>1~800</b> &amp; 7~§</p></template>',
    )
  })
})
