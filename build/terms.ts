import type { Term } from '../course/structure/types.ts'

/** Where a term is left as it is: inside what is itself pressed, and in headings. */
const closed = 'a|button|label|h[1-6]|th'

/**
 * Makes the first occurrence of each term in a page's HTML a button that opens its explanation (course/runtime/terms.ts). Only
 * the forms that the glossary lists count, as whole words.
 */
export function markTerms(html: string, glossary: Term[]): string {
  const left = new Map(glossary.flatMap(({ id, forms }) => forms.map((form) => [form.toLowerCase(), id] as const)))
  const marked = new Set<string>()
  const pattern = wholeWords([...left.keys()])
  let depth = 0
  return html
    .split(/(<[^>]*>)/)
    .map((piece, n) => {
      if (n % 2 === 1) depth += depthOf(piece)
      return n % 2 === 1 || depth > 0 ? piece : piece.replace(pattern, mark)
    })
    .join('')

  function mark(word: string): string {
    const id = left.get(word.toLowerCase())
    if (id === undefined || marked.has(id)) return word
    marked.add(id)
    return `<button type="button" class="term" data-term="${id}" aria-expanded="false">${word}</button>`
  }
}

function depthOf(tag: string): number {
  if (new RegExp(`^<(${closed})\\b`).test(tag)) return 1
  return new RegExp(`^</(${closed})>`).test(tag) ? -1 : 0
}

/** The longest forms first, so that `allmän handling` is not cut short. Matches nothing where there are none. */
function wholeWords(forms: string[]): RegExp {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length)
  return forms.length === 0
    ? /(?!)/
    : new RegExp(`(?<![\\p{L}\\d-])(?:${longestFirst.join('|')})(?![\\p{L}\\d-])`, 'giu')
}
