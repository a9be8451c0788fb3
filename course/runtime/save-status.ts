import { one } from './dom.ts'
import { setNotice } from './notices.ts'
import type { SavingState } from './saving.ts'

type Shown = Exclude<SavingState, 'over'> | 'unrecorded'

const words: Record<Shown, { icon: string; text: string }> = {
  unrecorded: { icon: 'attention', text: 'Sparas inte' },
  saving: { icon: 'again', text: 'Sparar' },
  saved: { icon: 'tick', text: 'Sparat' },
  failed: { icon: 'attention', text: 'Gick inte att spara. Vi försöker igen.' },
}

/** The status in the top bar, and the notice that tells once that saving fails, taken away when it works again. */
export function showSaving(state: Shown) {
  const status = one(document, '#saving')
  if (status.dataset.state === state) return
  const { icon, text } = words[state]
  status.hidden = false
  status.dataset.state = state
  one(status, 'use').setAttribute('href', `#icon-${icon}`)
  one(status, 'span').textContent = text
  if (state === 'saved' || state === 'failed') setNotice('failing', state === 'failed')
}
