/**
 * Copies what a text area holds and says so in `hint`. A frame of an LMS may not be allowed to write to the clipboard: then the
 * text is shown, marked, to be copied by hand.
 */
export async function copyText(area: HTMLTextAreaElement, hint: HTMLElement, done: string) {
  try {
    await navigator.clipboard.writeText(area.value)
    hint.textContent = done
  } catch {
    const label = area.closest('label')
    if (label) label.hidden = false
    area.focus()
    area.select()
    hint.textContent = 'Kopiera den markerade texten.'
  }
}
