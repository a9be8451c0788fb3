import { element, fromTemplate, one } from './dom.ts'

/** A term in the text opens its explanation below the paragraph, and closes it again. */
export function openTerms() {
  document.addEventListener('click', ({ target }) => {
    const term = (target as Element).closest<HTMLElement>('.term')
    if (term) toggle(term)
  })
}

function toggle(term: HTMLElement) {
  const id = `term-${term.dataset.term}`
  const open = document.getElementById(id)
  term.setAttribute('aria-expanded', String(!open))
  if (open) return open.remove()
  const entry = one(fromTemplate('ordlista'), `[data-entry="${term.dataset.term}"]`)
  const box = element('div', element('b', one(entry, 'dt').textContent ?? ''), ...one(entry, 'dd').childNodes)
  box.id = id
  box.className = 'term-box'
  const block = term.closest('p, li, td') ?? term
  if (block.matches('p')) block.after(box)
  else block.append(box)
}
