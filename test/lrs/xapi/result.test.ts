import { checkRules } from '../../support/grammar-rules.ts'

const score = (value: unknown) => ({ result: { score: value } })

describe('results', () => {
  checkRules([
    {
      rule: 'are objects',
      requirement: 'Data 2',
      keeps: [{ result: {} }],
      breaks: [
        [{ result: 'passed' }, '.result'],
        [{ result: { passed: true } }, '.result.passed'],
      ],
    },
    {
      rule: 'say true or false of success and completion',
      requirement: 'Data 2.4.5',
      keeps: [{ result: { success: true, completion: false } }],
      breaks: [
        [{ result: { success: 'true' } }, '.result.success'],
        [{ result: { completion: 1 } }, '.result.completion'],
      ],
    },
    {
      rule: 'have text as response',
      requirement: 'XAPI-00076',
      keeps: [{ result: { response: '' } }, { result: { response: 'lone \ud800' } }],
      breaks: [
        [{ result: { response: 5 } }, '.result.response'],
        [{ result: { response: ['a'] } }, '.result.response'],
      ],
    },
    {
      rule: 'have an ISO 8601 duration',
      requirement: 'XAPI-00124',
      keeps: [{ result: { duration: 'PT4H35M59.14S' } }, { result: { duration: 'P4W' } }],
      breaks: [
        [{ result: { duration: 'P4W1D' } }, '.result.duration'],
        [{ result: { duration: '1:30' } }, '.result.duration'],
        [{ result: { duration: 90 } }, '.result.duration'],
      ],
    },
    {
      rule: 'have extensions by IRI',
      requirement: 'Data 4.1',
      keeps: [{ result: { extensions: { 'https://example.org/e': '' } } }],
      breaks: [
        [{ result: { extensions: { plain: 1 } } }, '.result.extensions.plain'],
        [{ result: { extensions: 'x' } }, '.result.extensions'],
      ],
    },
    {
      rule: 'have a scaled score from −1 to 1',
      requirement: 'XAPI-00083',
      keeps: [score({ scaled: -1 }), score({ scaled: 0.6767676 }), score({ scaled: 1 })],
      breaks: [
        [score({ scaled: 1.01 }), '.result.score.scaled'],
        [score({ scaled: -1.0001 }), '.result.score.scaled'],
        [score({ scaled: '1' }), '.result.score.scaled'],
      ],
    },
    {
      rule: 'have numbers as raw, min and max',
      requirement: 'Data 2.4.5.1',
      keeps: [
        score({}),
        score({ raw: -5 }),
        score({ min: 0, max: 10 }),
        score({ raw: 10, min: 0, max: 10 }),
        score({ raw: 0, min: 0 }),
      ],
      breaks: [
        [score({ raw: '5' }), '.result.score.raw'],
        [score({ max: true }), '.result.score.max'],
      ],
    },
    {
      rule: 'have a raw score between min and max, and min below max',
      requirement: 'XAPI-00079',
      keeps: [],
      breaks: [
        [score({ raw: 11, max: 10 }), '.result.score'],
        [score({ raw: -1, min: 0 }), '.result.score'],
        [score({ min: 10, max: 10 }), '.result.score'],
        [score({ min: 11, max: 10 }), '.result.score'],
        [score(12), '.result.score'],
      ],
    },
  ])
})
