import { expect } from 'chai'
import type { Figure } from '../../../../lrs/analysis/figure.ts'
import type { Question } from '../../../../lrs/analysis/question.ts'
import { hardestObjectives } from '../../../../lrs/analysis/questions/hardest-objectives.ts'
import { improvement } from '../../../../lrs/analysis/questions/improvement.ts'
import { interruptions } from '../../../../lrs/analysis/questions/interruptions.ts'
import { itemQuality } from '../../../../lrs/analysis/questions/item-quality.ts'
import { moduleTime } from '../../../../lrs/analysis/questions/module-time.ts'
import { wrongChoices } from '../../../../lrs/analysis/questions/wrong-choices.ts'
import { readTrail, type Trail } from '../../../../lrs/analysis/trail.ts'
import { createSqliteStore } from '../../../../lrs/statements/sqlite-store.ts'
import { openDatabase } from '../../../../lrs/storage/sqlite.ts'
import { askedAt, goldenPlan } from '../../../fixtures/golden-log.ts'
import { temporaryFolder } from '../../../support/folder.ts'
import { goldenStatements, replayGoldenLog } from '../../../support/golden-statements.ts'

/** A figure as one counts it on paper: people, `right/all`, the value, the text. */
function onPaper(figure: Figure | undefined): string | number {
  if (figure?.kind === 'people') return figure.people
  if (figure?.kind === 'share') return `${figure.part}/${figure.whole}`
  return figure?.text ?? 'missing'
}

describe('the questions asked of the golden log', () => {
  let trail: Trail

  before(async () => {
    const folder = temporaryFolder()
    const database = openDatabase(folder.path)
    const store = createSqliteStore(database)
    await replayGoldenLog(store, 'demo')
    trail = await readTrail(store, 'demo', askedAt)
    await database.close()
    folder.remove()
  })

  const asked = ({ count, columns }: Question) =>
    count(trail, goldenPlan).map(({ label, figures }) => [label, ...columns.map((column) => onPaper(figures[column]))])

  it('store what came, and what came twice under one id once', () => {
    // M1: 8 + 4 × 9 + 9 + 11 + 11 + 9 + 9 + 9 + 4 events, M2: 10 + 4 × 9 + 5 × 2 + 2 + 1; learner 5's and 9's copies make two more
    expect(goldenStatements()).to.have.length(106 + 59 + 2)
    expect(trail.moments).to.have.length(106 + 59 + 1)
    expect(trail.answers.filter(({ person }) => person.endsWith('09')).map(({ question }) => question)).to.deep.equal([
      'S1-1',
      'S1-3',
      'Q-M1-1',
      'Q-M1-2',
      'Q-M1-3',
      'Q-M1-3',
      'Q-M1-4',
      'S2-1',
    ])
  })

  // M1: all twelve began, 1–11 finished; 12 left on 19 October after question 1, although that came on 20 November.
  // M2: all twelve began, 1–5 finished; 6–10 left after step 1, 12 before it; 11 was there four days ago and may come back.
  it('3 tell where people leave', () => {
    expect(asked(interruptions)).to.deep.equal([
      ['1. Många dörrar in', 12, 11, 1, '1/12', 'Efter Fyra frågor, fråga 1'],
      ['2. God förvaltning', 12, 5, 6, '6/12', 'Efter Ansökan på engelska, steg 1'],
    ])
  })

  // First tries right of all. M1.1: question 1 right by 1–6 of 12, question 2 by all 11. M1.2: question 3 right by 1–6 of 11.
  // M1.3: question 4 right by 1 and 7–11. M2.1: question 1 right by 1–5, question 2 wrong by 1–5. M2.2: question 3 right by
  // 1–3 of 5, question 4 (revision 2 only, and 1's try there is the second) right by 2–5.
  it('4 tell which objectives are the hardest', () => {
    const notAsked = 'Frågas inte ännu'
    expect(asked(hardestObjectives)).to.deep.equal([
      ['M1.1 skilja en dörr från många dörrar', 12, '17/23', notAsked],
      ['M1.2 använda de fyra stegen', 11, '6/11', notAsked],
      ['M1.3 skilja lotsning från beslut', 11, '6/11', notAsked],
      ['M2.1 redogöra för servicereglerna', 5, '5/10', notAsked],
      ['M2.2 avgöra hur långt hjälpen räcker', 5, '7/9', notAsked],
    ])
  })

  // M1, 45 answers: first 6 + 11 + 6 + 6 right. Mended: question 1 by 7, question 3 by 7–11, question 4 by 2–6; 8–12 leave
  // question 1 wrong. M2, 19 answers: first 5 + 0 + 3 + 4 right; question 2 mended by 1–5, question 3 left wrong by 4 and 5.
  it('5 tell what trying again gives', () => {
    expect(asked(improvement)).to.deep.equal([
      ['1. Många dörrar in', 12, '29/45', '40/45', '+24'],
      ['2. God förvaltning', 5, '12/19', '17/19', '+26'],
    ])
  })

  // S1-1: 1–6 a, 7 b, 8–12 c. S1-2: 1–6, of whom 6 chose a; 8 came there only on a second way. S1-3: 7–12, of whom 8–12
  // chose a. S2-1: 1–5 a, 6–11 c. S2-2 in its revision 2: only 2–5, so it is left out.
  it('6 tell which wrong choices are the commonest', () => {
    expect(asked(wrongChoices)).to.deep.equal([
      ['Det är nära', 'Snickaren i fel reception, steg 1', 'På glänt', 1, '1/12'],
      ['Ring växeln', 'Snickaren i fel reception, steg 1', 'Stängs', 5, '5/12'],
      ['Det går bra', 'Snickaren i fel reception, steg 2', 'Stängs', 1, '1/6'],
      ['Mejla', 'Snickaren i fel reception, steg 3', 'Stängs', 5, '5/6'],
      ['Det är nära', 'Ansökan på engelska, steg 1', '–', 0, '0/11'],
      ['Ring växeln', 'Ansökan på engelska, steg 1', 'Stängs', 6, '6/11'],
    ])
  })

  // First tries in M1 (1 right, 0 wrong; question 1–4): learner 1: 1111, 2–6: 1110, 7–11: 0101, 12: 0 and nothing more.
  // Item and rest, over 1–11. Question 1 and 3: rest is 1 for learner 1, 2/3 for all others: r = 5/√300 = 0.29.
  // Question 2 has no variance. Question 4: rest is 1 for 1–6, 1/3 for 7–11: r = (1/11 − 36/121) / (30/121) = −0.83.
  it('7 tell which questions are too easy or unclear', () => {
    expect(asked(itemQuality)).to.deep.equal([
      ['Vad menas med Många dörrar in?', 12, '6/12', '0,3', 'Fungerar'],
      ['En företagslots får lova att bygglovet blir beviljat.', 11, '11/11', '–', 'För lätt'],
      ['Sätt lotsens fyra steg i ordning.', 11, '6/11', '0,3', 'Fungerar'],
      ['Vilket ingår i lotsens uppdrag?', 11, '6/11', '−0,8', 'Oklar'],
      ['Hur långt räcker hjälpen?', 5, '5/5', '–', 'För lätt'],
      ['En nämnd behöver inte hämta in upplysningar själv.', 5, '0/5', '–', '–'],
      ['Sätt stegen i en ansökan i ordning.', 5, '3/5', '–', '–'],
      ['Vad ska stå i ett mottagningsbevis?', 4, '4/4', '–', '–'],
    ])
  })

  // Minutes in M1, learner 1–11: 9, 10, 11, 12, 12, 5 + 8, 14, 15, 16, 20, 8 + 6; the sixth of them in order is 13.
  // Minutes in M2, learner 1–5: 10, 4 + 8, 11, 15, 18; the third in order is 12.
  it('8 tell how long the modules take', () => {
    const [m1, m2] = asked(moduleTime)
    expect(m1).to.deep.equal(['1. Många dörrar in', '11\u00a0min', 11, '13\u00a0min', '+2\u00a0min', 0])
    expect(m2).to.deep.equal(['2. God förvaltning', '15\u00a0min', 5, '12\u00a0min', '−3\u00a0min', 0])
  })
})
