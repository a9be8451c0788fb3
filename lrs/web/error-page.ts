import { renderPage } from './render.ts'

interface Words {
  heading: string
  lines: string[]
}

const words: Record<number, Words> = {
  400: {
    heading: 'Adressen går inte att läsa',
    lines: ['Något i adressen är fel skrivet. Gå tillbaka och välj på nytt.'],
  },
  401: {
    heading: 'Du är inte inloggad',
    lines: ['Du behöver en inloggningslänk från din lotssamordnare. Länken fungerar en gång.'],
  },
  403: {
    heading: 'Sidan är inte för dig',
    lines: ['Sidan är öppen för andra roller än din. Fråga din lotssamordnare om du behöver den.'],
  },
  404: {
    heading: 'Sidan finns inte',
    lines: ['Adressen kan vara fel skriven, eller så har länken slutat gälla.'],
  },
}

const fault: Words = {
  heading: 'Sidan gick inte att visa',
  lines: ['Felet ligger hos oss, inte hos dig. Försök igen om en stund.'],
}

/**
 * The page for a status of 400 and up. A status without words of its own is told as 400 below 500, as a fault of ours
 * from 500 on; a fault shows `requestId`, the number under which the server's log has it.
 */
export function renderErrorPage(error: { status: number; requestId?: string }): string {
  const { status, requestId } = error
  if (status >= 500) return renderPage('message', { title: fault.heading, ...fault, requestId })
  const { heading, lines } = words[status] ?? (words[400] as Words)
  return renderPage('message', { title: heading, heading, lines })
}
