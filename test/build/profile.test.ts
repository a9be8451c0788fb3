import { expect } from 'chai'
import { profile } from '../../build/profile.ts'
import { analystQuestions, base, extensions } from '../../course/vocabulary.ts'

interface Template {
  definition: { sv: string }
  rules: { location: string; presence: string }[]
}

describe('profile', () => {
  const text = profile({ version: '0.1.0', lawDate: '2026-11' })
  const document = JSON.parse(text)

  it('is an xAPI Profile of the vocabulary, the same bytes every time', () => {
    expect(document).to.include({
      '@context': 'https://w3id.org/xapi/profiles/context',
      id: `${base}profile`,
      type: 'Profile',
      conformsTo: 'https://w3id.org/xapi/profiles#1.0',
    })
    expect(document.versions).to.deep.equal([{ id: `${base}profile/v0.1.0`, generatedAtTime: '2026-11-01T00:00:00Z' }])
    expect(profile({ version: '0.1.0', lawDate: '2026-11' })).to.equal(text)
  })

  it('defines each of our extensions that the course sends, and none that it does not', () => {
    const { confidence: _, ...sent } = extensions
    expect(document.concepts.map(({ id }: { id: string }) => id)).to.have.members(Object.values(sent))
    for (const { inlineSchema } of document.concepts) expect(JSON.parse(inlineSchema)).to.be.an('object')
  })

  it('names in each template the questions that it serves', () => {
    const named = document.templates.map(({ definition }: Template) => definition.sv).join(' ')
    for (const [number, title] of Object.entries(analystQuestions)) expect(named).to.contain(`${number}. ${title}`)
    for (const { definition } of document.templates) expect(definition.sv).to.match(/Svarar på: \d+\. /)
  })

  it('says of each field where it stands and whether it is always there', () => {
    const answered = document.templates.find(({ id }: { id: string }) => id.endsWith('/stepAnswered')) as Template
    expect(answered.rules).to.deep.include({
      location: `$.context.extensions['${extensions.question}']`,
      presence: 'included',
    })
    expect(answered.rules).to.deep.include({ location: '$.result.success', presence: 'recommended' })
  })
})
