import hyphen from 'hyphen/sv/index.js'

const noBreak = '\u00a0'

/** Compounds over 14 letters get soft hyphens, so that they break where a reader would, even at 320 px. */
const longestUnbroken = 14
/** Fewer letters before or after a break are no part of a compound. */
const shortestPart = 4

/**
 * Sets a finished document's text: soft hyphens in long compounds, no-break spaces where a line must not end. Markup,
 * attributes, scripts, styles, titles and drawings are left alone.
 */
export function setDocument(html: string): string {
  const pieces = html.split(
    /(<(?:script|style|title|svg|textarea)\b[\s\S]*?<\/(?:script|style|title|svg|textarea)>|<[^>]*>)/,
  )
  return pieces.map((piece, n) => (n % 2 === 0 ? setText(piece) : piece)).join('')
}

const alreadySet = new Map<string, string>()

/** Sets one run of text. The same runs stand in every edition, so each is set once. */
export function setText(text: string): string {
  const before = alreadySet.get(text)
  if (before !== undefined) return before
  const set = hyphenate(keepTogether(text))
  alreadySet.set(text, set)
  return set
}

/** `8 a §`, `12 kap. 2 §`, `kl. 10`, `FL 6 §`: the numbered parts of a reference stay on one line. */
const spaces: [RegExp, string][] = [
  [/(\d) ([a-z](?:–[a-z])?) (?=§|kap\.)/g, `$1${noBreak}$2 `],
  [/(?<=\d(?:\u00a0[a-z](?:–[a-z])?)?) (§|kap\.(?= \d))/g, `${noBreak}$1`],
  [/\b([kK]ap\.|[kK]l\.|[A-ZÅÄÖ]{2,5}) (\d)/g, `$1${noBreak}$2`],
]

function keepTogether(text: string): string {
  const grouped = text.replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/g, (number) => number.replaceAll(' ', noBreak))
  return spaces.reduce((set, [pattern, replacement]) => set.replace(pattern, replacement), grouped)
}

function hyphenate(text: string): string {
  return text.replace(/\p{L}{15,}/gu, (word) => {
    const parts = hyphen.hyphenateSync(word, { minWordLength: longestUnbroken + 1 }).split('\u00ad')
    return parts.reduce((set, part) => {
      const before = set.replaceAll('\u00ad', '').length
      const mayBreak = before >= shortestPart && word.length - before >= shortestPart
      return set + (mayBreak ? '\u00ad' : '') + part
    })
  })
}
