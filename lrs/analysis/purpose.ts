/** What a reader of people's data can say it is for; the last one asks for words of their own. */
export const purposes: { value: string; text: string }[] = [
  { value: 'folja-upp', text: 'Följa upp hur kursen går i kommunen' },
  { value: 'forbattra', text: 'Förbättra kursens frågor och texter' },
  { value: 'svara', text: 'Svara en deltagare som har frågat' },
  { value: 'annat', text: 'Något annat' },
]

const LONGEST_PURPOSE = 200

/** The purpose that a form states, or undefined when it states none. */
export function statedPurpose(form: { syfte?: unknown; ord?: unknown }): string | undefined {
  if (form.syfte !== 'annat') return purposes.find(({ value }) => value === form.syfte)?.text
  const words = typeof form.ord === 'string' ? form.ord.replace(/\s+/g, ' ').trim() : ''
  return words === '' ? undefined : words.slice(0, LONGEST_PURPOSE)
}

/** The cookie remembers whose purpose it is: the next person on the same computer is asked again. */
export function purposeCookie(person: string, purpose: string): string {
  return `${person} ${purpose}`
}

export function rememberedPurpose(cookie: unknown, person: string): string | undefined {
  if (typeof cookie !== 'string' || !cookie.startsWith(`${person} `)) return undefined
  return cookie.slice(person.length + 1).slice(0, LONGEST_PURPOSE) || undefined
}
