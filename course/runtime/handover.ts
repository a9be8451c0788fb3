import { copyText } from './copy.ts'
import { all, one } from './dom.ts'
import { type HandoverCard, handoverMail, handoverText } from './handover-mail.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The card while the course is open: kept here, and nowhere else. */
const kept = new Map<string, string | boolean>()

/** A link to the card writes on it what its page knows; the rest stays as it was. */
export function fillHandoverByLinks() {
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLElement>('[data-card-door]')
    if (!link) return
    kept.set('question', link.dataset.cardQuestion ?? '')
    kept.set('door', link.dataset.cardDoor ?? '')
  })
}

/** Stafettkortet: what is said in a call becomes the mail to the colleague who takes over. */
export function mountHandover(root: HTMLElement) {
  const form = one<HTMLFormElement>(root, 'form')
  const controls = all<Control>(form, '[name]')
  const mail = one<HTMLTextAreaElement>(root, '.mail textarea')
  const hint = one(root, '.actions .hint')
  const open = one<HTMLAnchorElement>(root, '[data-do="open"]')
  for (const control of controls) write(control, kept.get(control.name))
  const update = () => {
    const card = Object.fromEntries(controls.map(({ name, value }) => [name, value])) as unknown as HandoverCard
    mail.value = handoverText(card)
    open.href = handoverMail(card)
  }
  update()
  form.addEventListener('input', ({ target }) => {
    const control = target as Control
    kept.set(control.name, isTick(control) ? control.checked : control.value)
    setFault(control, '')
    hint.textContent = ''
    update()
  })
  const whole = () => {
    const faulty = controls.filter((control) => setFault(control, faultOf(control)))
    faulty[0]?.focus()
    hint.textContent = faulty.length === 0 ? '' : 'Kortet är inte klart. Se de markerade fälten.'
    return faulty.length === 0
  }
  one(root, '[data-do="copy"]').addEventListener('click', () => {
    if (whole()) void copyText(mail, hint, 'Mejlet är kopierat.')
  })
  open.addEventListener('click', (event) => {
    if (!whole()) event.preventDefault()
  })
  one(root, '[data-do="clear"]').addEventListener('click', () => {
    kept.clear()
    for (const control of controls) {
      write(control, undefined)
      setFault(control, '')
    }
    update()
    hint.textContent = 'Kortet är tomt.'
    controls[0]?.focus()
  })
}

const isTick = (control: Control): control is HTMLInputElement => control.type === 'checkbox'

function write(control: Control, value: string | boolean | undefined) {
  if (isTick(control)) control.checked = value === true
  else control.value = String(value ?? '')
}

/** What is missing is said in the template; an address may be left out, but not be half an address. */
function faultOf(control: Control): string {
  const empty = isTick(control) ? !control.checked : control.value.trim() === ''
  if (empty) return control.dataset.missing ?? ''
  return control.type === 'email' && !control.checkValidity() ? 'Skriv adressen så här: namn@foretag.se' : ''
}

function setFault(control: Control, sentence: string): boolean {
  const told = one(control.closest('.field') ?? document, '.fault')
  told.hidden = sentence === ''
  one(told, 'span').textContent = sentence
  control.toggleAttribute('aria-invalid', false)
  if (sentence) control.setAttribute('aria-invalid', 'true')
  return sentence !== ''
}
