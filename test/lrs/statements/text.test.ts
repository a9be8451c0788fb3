import { expect } from 'chai'
import { foldText, statementText } from '../../../lrs/statements/text.ts'
import { agent, statement } from '../../support/statement.ts'

describe('statementText', () => {
  const everybody = {
    actor: { ...agent('anna'), name: 'Anna' },
    context: {
      instructor: { ...agent('lärare'), name: 'Lärare' },
      team: { objectType: 'Group', name: 'Laget', member: [agent('bo')] },
      contextAgents: [{ objectType: 'contextAgent', agent: { ...agent('eva'), name: 'Eva' } }],
    },
    authority: { ...agent('chef'), name: 'Chefen' },
  }

  it('has the words of verb, object, result and context, folded', () => {
    const text = statementText(
      statement({
        verb: { id: 'https://example.org/verbs/x', display: { sv: 'SVARADE', en: 'answered' } },
        object: {
          id: 'https://example.org/activities/x',
          definition: {
            name: { sv: 'Fråga Å' },
            description: { sv: 'Vad gör du?' },
            extensions: { 'https://x.example': 'Objekt' },
          },
        },
        result: { response: 'Ringer', extensions: { 'https://x.example': { djupt: ['Resultat', 1, null] } } },
        context: {
          contextActivities: { parent: [{ id: 'https://example.org/m', definition: { name: { sv: 'Modul Ett' } } }] },
          extensions: { 'https://x.example': 'Sammanhang' },
        },
      }),
    )
    expect(text.split('\n')).to.have.members([
      'svarade',
      'answered',
      'fråga å',
      'vad gör du?',
      'objekt',
      'ringer',
      'resultat',
      'sammanhang',
      'modul ett',
    ])
  })

  it('has the words of a sub-statement', () => {
    const { timestamp: _, id: __, ...inner } = statement({ ...everybody, result: { response: 'Inre' } })
    expect(statementText(statement({ object: { objectType: 'SubStatement', ...inner } }))).to.include('inre')
  })

  it('says nothing of agents, wherever they stand', () => {
    const { timestamp: _, id: __, ...inner } = statement(everybody)
    const texts = [
      statement(everybody),
      statement({ ...everybody, object: { objectType: 'Agent', name: 'Anna', ...agent('anna') } }),
      statement({ ...everybody, object: { objectType: 'SubStatement', ...inner } }),
    ].map(statementText)
    for (const text of texts) expect(text).not.to.match(/anna|bo@|eva|chef|lärare|laget|mailto/)
  })
})

describe('foldText', () => {
  it('takes away case and composition, and nothing else', () => {
    expect(foldText('ÅÄÖ É')).to.equal('åäö é')
    expect(foldText('A\u030a')).to.equal('å')
    expect(foldText('å')).not.to.equal(foldText('a'))
  })
})
