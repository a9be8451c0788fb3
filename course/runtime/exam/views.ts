import { all, one } from '../dom.ts'

/** An exam's page has several faces, of which one is shown: what it says before, the task, and what comes after. */
export function showView(root: HTMLElement, name: string): HTMLElement {
  for (const view of all(root, '[data-view]')) view.hidden = view.dataset.view !== name
  return one(root, `[data-view="${name}"]`)
}

/** Puts a text into every place of the view that asks for it. */
export function fill(view: HTMLElement, texts: Record<string, string>) {
  for (const [name, text] of Object.entries(texts))
    for (const place of all(view, `[data-text="${name}"]`)) place.textContent = text
}

export const onClick = (root: HTMLElement, name: string, run: () => void) => {
  for (const button of all(root, `[data-do="${name}"]`)) button.addEventListener('click', run)
}

/** `24 november 2026` */
export const dateInWords = (at: string) =>
  new Date(at).toLocaleDateString('sv-SE', { day: 'numeric', month: 'long', year: 'numeric' })

/** `24 november kl. 14.05` */
export function momentInWords(at: string): string {
  const time = new Date(at)
  const day = time.toLocaleDateString('sv-SE', { day: 'numeric', month: 'long' })
  const clock = time.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' }).replace(':', '.')
  return `${day} kl. ${clock}`
}
