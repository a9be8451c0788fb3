import { expect } from 'chai'
import { playLms2004 } from './play.ts'

/** What the strict LMS says to these values, set one after the other in a running session. */
function breaches(...sets: [string, string][]): string {
  const lms = playLms2004()
  lms.api.Initialize('')
  for (const [element, value] of sets) lms.api.SetValue(`cmi.${element}`, value)
  return lms.breaches.join('\n')
}

const answer = (type: string): [string, string][] => [
  ['interactions.0.id', 'Q-1'],
  ['interactions.0.type', type],
]

describe('the strict SCORM 2004 LMS', () => {
  const taken: [string, string][][] = [
    [['suspend_data', 'a'.repeat(64_000)]],
    [['location', 'a'.repeat(1000)]],
    [['score.scaled', '-1']],
    [['session_time', 'PT5M10.5S']],
    [...answer('choice'), ['interactions.0.timestamp', '2026-11-23T14:03:22.0Z']],
    [...answer('matching'), ['interactions.0.learner_response', 'a[.]1[,]b[.]2']],
    [...answer('numeric'), ['interactions.0.correct_responses.0.pattern', '10[:]10']],
    [...answer('choice'), ['interactions.0.description', 'å'.repeat(250)]],
  ]
  for (const sets of taken)
    it(`takes ${sets.at(-1)?.join(' ').slice(0, 70)}`, () => expect(breaches(...sets)).to.equal(''))

  const refused: [string, [string, string][], RegExp][] = [
    ['a state too long', [['suspend_data', 'a'.repeat(64_001)]], /\(64001\) is refused/],
    ['a location too long', [['location', 'a'.repeat(1001)]], /\(1001\) is refused/],
    ['a score above one', [['score.scaled', '1.01']], /refused/],
    ['the statuses of SCORM 1.2', [['completion_status', 'passed']], /refused/],
    ['a duration of three decimals', [['session_time', 'PT1.234S']], /refused/],
    ['a duration of SCORM 1.2', [['session_time', '0000:00:01.00']], /refused/],
    ['an empty duration', [['session_time', 'PT']], /refused/],
    [
      'a timestamp of three decimals',
      [...answer('choice'), ['interactions.0.timestamp', '2026-11-23T14:03:22.000Z']],
      /refused/,
    ],
    [
      'a timestamp without decimals',
      [...answer('choice'), ['interactions.0.timestamp', '2026-11-23T14:03:22Z']],
      /refused/,
    ],
    ['a description too long', [...answer('choice'), ['interactions.0.description', 'å'.repeat(251)]], /refused/],
    ['a description of two lines', [...answer('choice'), ['interactions.0.description', 'a\nb']], /refused/],
    ['an identifier with a space', [['interactions.0.id', 'Q 1']], /refused/],
    ['the result of SCORM 1.2', [...answer('choice'), ['interactions.0.result', 'wrong']], /refused/],
    [
      'choices joined by commas',
      [...answer('choice'), ['interactions.0.learner_response', 'a,b']],
      /no choice response/,
    ],
    ['true as a letter', [...answer('true-false'), ['interactions.0.learner_response', 't']], /no true-false response/],
    [
      'a response before its type',
      [
        ['interactions.0.id', 'Q-1'],
        ['interactions.0.learner_response', 'a'],
      ],
      /before the interaction's type/,
    ],
    ['a gap in the indexes', [['objectives.1.id', 'M1']], /leaves a gap/],
    ['an entry without its id', [['objectives.0.completion_status', 'completed']], /begins without its id/],
    [
      'an objective’s id twice',
      [
        ['objectives.0.id', 'M1'],
        ['objectives.1.id', 'M1'],
      ],
      /another objective's id/,
    ],
    [
      'an objective’s id changed',
      [
        ['objectives.0.id', 'M1'],
        ['objectives.0.id', 'M2'],
      ],
      /cannot become M2/,
    ],
    ['what may only be read', [['learner_name', 'Åsa']], /not an element that may be set/],
  ]
  for (const [what, sets, says] of refused) it(`refuses ${what}`, () => expect(breaches(...sets)).to.match(says))

  it('refuses reading what may only be written, and everything after the end', () => {
    const lms = playLms2004()
    lms.api.Initialize('')
    lms.api.GetValue('cmi.exit')
    lms.api.Terminate('')
    lms.api.SetValue('cmi.location', 'a')
    lms.api.Initialize('')
    expect(lms.breaches).to.deep.equal([
      'cmi.exit is write-only',
      'SetValue(cmi.location) while the session is finished',
      'Initialize while the session is finished',
    ])
  })
})
