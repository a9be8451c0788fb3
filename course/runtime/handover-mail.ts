/** What is written on the handover card, by the names of its fields. */
export interface HandoverCard {
  question: string
  /** The door's name, `Bygglov`. */
  door: string
  colleague: string
  when: string
  business: string
  name: string
  /** E-mail addresses; both may be left out. */
  to: string
  copy: string
}

/** The handover mail's text; what is not filled in yet stands in brackets. */
export function handoverText({ question, colleague, when, business, name }: HandoverCard): string {
  const or = (text: string, missing: string) => sentencePart(text) || `[${missing}]`
  return [
    `Hej ${or(colleague, 'kollegan')}.`,
    `${or(business, 'Företaget')} frågar: ${asked(question) || '[frågan].'}`,
    `Jag har lovat att du hör av dig senast ${or(when, 'dag och tid')}. Företaget vet att du tar över.`,
    or(name, 'ditt namn'),
  ].join('\n\n')
}

/** A `mailto:` address (RFC 6068) with the business in copy. */
export function handoverMail(card: HandoverCard): string {
  const address = (text: string) => encodeURIComponent(text.trim()).replaceAll('%40', '@')
  const subject = `Stafettkort: ${[card.business, card.door]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(', ')}`
  const fields = [
    ...(card.copy.trim() ? [`cc=${address(card.copy)}`] : []),
    `subject=${encodeURIComponent(subject)}`,
    `body=${encodeURIComponent(handoverText(card).replaceAll('\n', '\r\n'))}`,
  ]
  return `mailto:${address(card.to)}?${fields.join('&')}`
}

/** Without the point that the sentence around it has already. */
const sentencePart = (text: string) => text.trim().replace(/\.+$/, '')

function asked(question: string): string {
  const text = question.trim()
  return /[^.?!]$/.test(text) ? `${text}.` : text
}
