import { all, one, unseen } from './dom.ts'
import { setDoors } from './doors.ts'
import type { PageContext } from './page.ts'
import type { Verdict } from './verdict.ts'

/** The module's name, its door and its pages beside the text: which are read, which one this is. */
export function mountRail(root: HTMLElement) {
  const toggle = one(root, '.rail-toggle')
  const setOpen = (open: boolean) => toggle.setAttribute('aria-expanded', String(open))
  toggle.addEventListener('click', () => setOpen(toggle.getAttribute('aria-expanded') !== 'true'))
  one(root, '.rail').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || toggle.getAttribute('aria-expanded') !== 'true') return
    setOpen(false)
    toggle.focus()
  })
}

export function updateRail(root: HTMLElement, { page, module, events }: PageContext, verdict: Verdict) {
  const seen = new Set(events().flatMap((event) => (event.kind === 'page-seen' ? [event.page] : [])))
  setDoors(one(root, '.rail'), verdict, { swing: true })
  for (const each of all(root, '.rail [data-page]')) {
    const id = each.dataset.page ?? ''
    const current = id === page.id
    const link = each.querySelector('a')
    each.toggleAttribute('data-read', seen.has(id) && !current)
    each.toggleAttribute('data-current', current)
    if (!link) continue
    if (current) link.setAttribute('aria-current', 'page')
    if (seen.has(id) && !current && !link.querySelector('.unseen')) link.append(unseen(', läst'))
  }
  const done = verdict.modules[module.id]?.completed === true
  one(root, '.rail-done').hidden = !done
}
