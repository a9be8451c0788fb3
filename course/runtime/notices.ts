import { fromTemplate, one } from './dom.ts'

export type NoticeName = 'unrecorded' | 'review' | 'failing'

/** Shows a notice of notices.hbs in the flow, once; `undefined` takes it away again. */
export function setNotice(name: NoticeName, shown: boolean) {
  const place = one(document, '#notices')
  const present = place.querySelector(`[data-notice="${name}"]`)
  if (!shown) present?.remove()
  else if (!present) {
    const content = fromTemplate(`notice-${name}`)
    one(content, '.notice').dataset.notice = name
    place.append(content)
  }
}
