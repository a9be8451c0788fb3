import { expect } from 'chai'
import { type HandoverCard, handoverMail, handoverText } from '../../../course/runtime/handover-mail.ts'

const card = (changes: Partial<HandoverCard> = {}): HandoverCard => ({
  question: 'Får vi ställa ut bord på torget?',
  door: 'Gata och torg',
  colleague: 'Åsa',
  when: 'fredag klockan 15',
  business: 'Kafé & Co',
  name: 'Sara',
  to: 'asa@kommun.example',
  copy: 'hej@kafe.example',
  ...changes,
})

const bodyOf = (mail: string) => new URLSearchParams(mail.split('?')[1]).get('body')

describe('handoverText', () => {
  it('says who asks what, what was promised, and that the business knows', () => {
    expect(handoverText(card()).split('\n\n')).to.deep.equal([
      'Hej Åsa.',
      'Kafé & Co frågar: Får vi ställa ut bord på torget?',
      'Jag har lovat att du hör av dig senast fredag klockan 15. Företaget vet att du tar över.',
      'Sara',
    ])
  })

  it('ends a question that has no sign at its end, and doubles none', () => {
    expect(handoverText(card({ question: ' bord på torget ' }))).to.include('frågar: bord på torget.\n')
    expect(handoverText(card({ question: 'Bord på torget.' }))).to.include('frågar: Bord på torget.\n')
    expect(handoverText(card({ when: 'kl. 15.' }))).to.include('senast kl. 15. Företaget')
  })

  it('keeps a place in brackets for what is not filled in', () => {
    const empty = { question: '', door: '', colleague: ' ', when: '', business: '', name: '', to: '', copy: '' }
    expect(handoverText(empty).split('\n\n')).to.deep.equal([
      'Hej [kollegan].',
      '[Företaget] frågar: [frågan].',
      'Jag har lovat att du hör av dig senast [dag och tid]. Företaget vet att du tar över.',
      '[ditt namn]',
    ])
  })
})

describe('handoverMail', () => {
  it('is addressed to the colleague with the business in copy', () => {
    expect(handoverMail(card())).to.match(/^mailto:asa@kommun\.example\?cc=hej@kafe\.example&subject=/)
    expect(handoverMail(card({ to: '', copy: '' }))).to.match(/^mailto:\?subject=/)
  })

  it('says business and door in the subject', () => {
    expect(handoverMail(card())).to.include('subject=Stafettkort%3A%20Kaf%C3%A9%20%26%20Co%2C%20Gata%20och%20torg&')
  })

  it('carries the whole text, whatever signs it has', () => {
    const question = '100 % öl & vin = "ja"?\nBcc: nej'
    expect(bodyOf(handoverMail(card({ question })))).to.equal(handoverText(card({ question })).replaceAll('\n', '\r\n'))
  })

  it('takes no field of its own from an address', () => {
    const mail = handoverMail(card({ to: 'a@b.example?bcc=c@d.example', copy: 'e@f.example&body=x' }))
    expect([...new URLSearchParams(mail.split('?')[1]).keys()]).to.deep.equal(['cc', 'subject', 'body'])
  })
})
