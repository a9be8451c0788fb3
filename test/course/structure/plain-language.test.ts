import { expect } from 'chai'
import { checkPlainLanguage, sentencesIn, wordsIn } from '../../../course/structure/plain-language.ts'

/** A sentence of so many words. */
const sentence = (words: number) => `${Array.from({ length: words }, () => 'ord').join(' ')}.`
const at = (text: string, file = 'sv/m1/sida.md', line = 1) => ({ text, file, line })

describe('plain language', () => {
  for (const [text, count] of [
    ['Kommunen svarar. Företaget väntar.', 2],
    ['Det står i 12 kap. 2 § regeringsformen.', 1],
    ['Läs 9 kap. 34 § PBL, art. 6.2 och 8 kap. 15 § alkohollagen.', 1],
    ['Sök bygglov, t.ex. för en skylt. Fråga först.', 2],
    ['Öppna kl. 10.30 enligt förordning 2010:1636. Stäng kl. 20.', 2],
    ['Hon säger: ”Vi väntar.” Sedan går hon.', 2],
    ['Sköter lotsen ärendet? Nej.', 2],
    ['Bygglov', 0],
  ] as const)
    it(`finds ${count} in ”${text}”`, () => {
      expect(sentencesIn(text)).to.have.length(count)
    })

  for (const [text, count] of [
    ['FL 6 § gäller.', 3],
    ['Tiden är 10–20 veckor – högst.', 5],
    ['Förordningen (2013:251), 19 kap. 5 §.', 5],
  ] as const)
    it(`counts ${count} words in ”${text}”`, () => {
      expect(wordsIn(text)).to.equal(count)
    })

  it('lets 25 words pass and names the line of 26', () => {
    const short = Array.from({ length: 20 }, () => at(sentence(5)))
    expect(checkPlainLanguage([...short, at(sentence(25))])).to.deep.equal([])
    const issues = checkPlainLanguage([...short, at(sentence(26), 'sv/m1/sida.md', 7)])
    expect(issues).to.have.length(1)
    expect(issues[0]).to.include({ file: 'sv/m1/sida.md', line: 7, severity: 'error' })
    expect(issues[0]?.message).to.contain('26 ord')
  })

  it('takes the average of each module by itself', () => {
    const issues = checkPlainLanguage([at(sentence(16)), at(sentence(15)), at(sentence(3), 'sv/m2/sida.md')])
    expect(issues.map(({ file, message }) => [file, message])).to.deep.equal([
      ['sv/m1/sida.md', 'Modulens meningar har 15,5 ord i snitt. Högst 15. Dela de längsta.'],
    ])
  })
})
