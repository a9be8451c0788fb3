import { type DoorState, door } from '../door.ts'
import { panel } from '../panel.ts'
import { at, drawing, rect, shade, words } from '../svg.ts'

const paper = (name: string, i: number) =>
  at(
    [140, 62 + i * 58],
    shade('M4 4H168V50H4Z', 0.15) +
      rect([0, 0, 164, 46], 'white') +
      words([14, 31], name, { size: 22, anchor: 'start' }),
  )

const half = (title: string, state: DoorState, papers: string[]) =>
  panel({ title, width: 316, height: 300, floor: 246 }, door([52, 94], [64, 148], state) + papers.map(paper).join(''))

/** Genom den öppna dörren går ansökan, sms och de flesta rapporter, bakom den stängda ligger anbud och affärer. */
export const publicOrSecret = () =>
  drawing(
    [0, 0, 640, 300],
    half('Oftast offentligt', 'open', ['Ansökan', 'Sms', 'Rapport']) +
      rect([316, 0, 8, 300], 'paper') +
      at([324, 0], half('Ibland hemligt', 'closed', ['Anbud', 'Affärer'])),
  )
