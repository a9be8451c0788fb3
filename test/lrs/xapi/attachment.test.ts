import { checkRules } from '../../support/grammar-rules.ts'
import type { Json } from '../../support/statement.ts'

const attachment = {
  usageType: 'https://example.org/certificate',
  display: { sv: 'Intyg' },
  contentType: 'text/plain; charset=utf-8',
  length: 27,
  sha2: '495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a',
  fileUrl: 'https://example.org/certificate.txt',
}
const attachments = (change: Json) => ({ attachments: [{ ...attachment, ...change }] })
const without = (name: keyof typeof attachment) => {
  const { [name]: _, ...rest } = attachment
  return { attachments: [rest] }
}

describe('attachments', () => {
  checkRules([
    {
      rule: 'stand in an array',
      requirement: 'XAPI-00025',
      keeps: [
        { attachments: [] },
        attachments({}),
        attachments({ description: { en: 'A certificate' } }),
        without('fileUrl'),
      ],
      breaks: [
        [{ attachments: attachment }, '.attachments'],
        [{ attachments: ['file'] }, '.attachments[0]'],
        [{ attachments: [12] }, '.attachments[0]'],
      ],
    },
    {
      rule: 'say what they are',
      requirement: 'Data 2.4.11',
      keeps: [attachments({ contentType: 'application/octet-stream' }), attachments({ length: 0 })],
      breaks: [
        [without('usageType'), '.attachments[0].usageType'],
        [without('display'), '.attachments[0].display'],
        [without('contentType'), '.attachments[0].contentType'],
        [without('length'), '.attachments[0].length'],
        [without('sha2'), '.attachments[0].sha2'],
        [attachments({ usageType: 'certificate' }), '.attachments[0].usageType'],
        [attachments({ display: 'Intyg' }), '.attachments[0].display'],
        [attachments({ description: 5 }), '.attachments[0].description'],
        [attachments({ contentType: 'text' }), '.attachments[0].contentType'],
        [attachments({ contentType: 5 }), '.attachments[0].contentType'],
        [attachments({ length: '27' }), '.attachments[0].length'],
        [attachments({ length: -1 }), '.attachments[0].length'],
        [attachments({ length: 2.5 }), '.attachments[0].length'],
        [attachments({ sha2: 'abc' }), '.attachments[0].sha2'],
        [attachments({ sha2: 5 }), '.attachments[0].sha2'],
        [attachments({ fileUrl: 'here.txt' }), '.attachments[0].fileUrl'],
      ],
    },
  ])
})
