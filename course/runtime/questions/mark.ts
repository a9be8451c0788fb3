import type { QuestionData, Response } from '../course-data.ts'
import { all, one } from '../dom.ts'
import type { Answering } from './answering.ts'
import { hideBox, markRow, type Said, tellInBox, tellInRow } from './verdict-on-screen.ts'

const seen: Said = { verdict: 'right', words: 'Rätt sett' }
const innocent: Said = { verdict: 'wrong', words: 'Det här är i sin ordning' }
const missed: Said = { verdict: 'wrong', words: 'Det här missade du' }
const shown: Said = { verdict: 'right', words: 'Det här är fel' }

/** Papers whose lines are marked; the verdict is summed up above them and told in every line marked or missed. */
export function answerMark(root: HTMLElement, { options, right }: QuestionData): Answering {
  const rows = all(root, '.sheet [data-option]')
  const inputOf = (row: HTMLElement) => one<HTMLInputElement>(row, 'input')
  const idOf = (row: HTMLElement) => row.dataset.option ?? ''
  const setChosen = (row: HTMLElement) => markRow(row, inputOf(row).checked ? 'chosen' : undefined)

  function tell(response: Response, { of, summary }: { of: (id: string) => Said | undefined; summary: Said }) {
    for (const row of rows) {
      inputOf(row).checked = response.includes(idOf(row))
      inputOf(row).disabled = true
      tellInRow(row, of(idOf(row)))
    }
    return tellInBox(root, summary, summary.verdict)
  }

  const verdictOf = (id: string, response: Response) => {
    if (response.includes(id)) return right.includes(id) ? seen : innocent
    return right.includes(id) ? missed : undefined
  }

  for (const row of rows) row.addEventListener('change', () => setChosen(row))
  return {
    response: () => {
      const chosen = rows.filter((row) => inputOf(row).checked).map(idOf)
      const given = options.map(({ id }) => id).filter((id) => chosen.includes(id))
      return given.length > 0 ? { given } : { missing: 'Markera minst ett ställe först.' }
    },
    showAnswer: (response) =>
      tell(response, { of: (id) => verdictOf(id, response), summary: summaryOf(response, right) }),
    showRight: () =>
      tell(right, {
        of: (id) => (right.includes(id) ? shown : undefined),
        summary: { verdict: 'right', words: faults(right.length) },
      }),
    reset: () => {
      hideBox(root)
      for (const row of rows) {
        inputOf(row).disabled = false
        tellInRow(row, undefined)
        setChosen(row)
      }
      return rows[0] && inputOf(rows[0])
    },
  }
}

const faults = (count: number) => (count === 1 ? 'Ett ställe är fel' : `${count} ställen är fel`)

/** `Du såg 3 av 5 fel`, and how many lines were marked for nothing. */
function summaryOf(response: Response, right: Response): Said {
  const found = response.filter((id) => right.includes(id)).length
  const more = response.length - found
  const besides = more === 0 ? '' : `, och markerade ${more === 1 ? 'ett ställe' : `${more} ställen`} för mycket`
  return {
    verdict: found === right.length && more === 0 ? 'right' : 'wrong',
    words: `Du såg ${found} av ${right.length} fel${besides}`,
  }
}
