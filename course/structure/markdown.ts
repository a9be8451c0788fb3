import { Marked, type Token, type Tokens } from 'marked'
import type { Findings, Place } from './findings.ts'

export interface RenderedMarkdown {
  html: string
  /** Words a learner reads: headings, paragraphs, lists, tables. */
  words: number
}

/** Why a kind of Markdown is not used in the course, and what to write instead. What is not listed is welcome. */
const refused: Record<string, string> = {
  html: 'Rå HTML går inte att använda. Skriv Markdown, eller be om ett nytt fält i sidans huvud.',
  image: 'Bilder står i sidans huvud. Flytta den till bild: {fil: …, alt: …}.',
  del: 'Överstruken text används inte. Ta bort ~~.',
  code: 'Indragen text eller ``` blir programkod. Ta bort indraget.',
  codespan: 'Programkod används inte. Ta bort `.',
  hr: 'Linjer används inte. Ta bort raden eller skriv en rubrik med ##.',
  checkbox: 'Kryssrutor går inte att använda i texten. Skriv en vanlig lista.',
  def: 'Skriv länken på plats: [text](#M1-sidan).',
}

/**
 * Renders a page's Markdown to HTML and notes what the course does not use. The first paragraph is the lead. Links lead to
 * another page (`#M1-gransen`), to the sources (`kalla:fl-6`), or out (`https:`, `mailto:`). With `ticks`, rows that begin with
 * `[ ]` can be ticked off.
 */
export function renderMarkdown(
  text: string,
  start: Place,
  findings: Findings,
  { ticks = false }: { ticks?: boolean } = {},
): RenderedMarkdown {
  const marked = new Marked({ gfm: true, renderer: { link: renderLink, listitem: renderRow } })
  const tokens = marked.lexer(text)
  const notes = new TokenNotes(start, findings, ticks ? { ...refused, checkbox: '' } : refused)
  notes.walk(tokens, text)
  const lead = tokens.find((token) => token.type === 'paragraph')
  const html = tokens.map((token) => withClass(marked.parser([token]), token === lead ? 'lead' : undefined)).join('')
  return { html: html.trim(), words: countWords(plainText(tokens)) }
}

function withClass(html: string, name: string | undefined): string {
  return name ? html.replace(/^<p>/, `<p class="${name}">`) : html
}

/** A source's link leads to the page of all sources. What leads out opens beside the course, which would otherwise be left. */
function renderLink(this: { parser: { parseInline: (tokens: Token[]) => string } }, link: Tokens.Link): string {
  const text = this.parser.parseInline(link.tokens)
  const href = link.href.startsWith('kalla:') ? '#kallor' : link.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const beside = href.startsWith('https:') ? ' target="_blank" rel="noopener noreferrer"' : ''
  return `<a href="${href}"${beside}>${text}</a>`
}

/** A row that can be ticked off is a label around its box. */
function renderRow(this: { parser: { parse: (tokens: Token[]) => string } }, row: Tokens.ListItem): string {
  const text = this.parser.parse(row.tokens.filter(({ type }) => type !== 'checkbox'))
  return row.task
    ? `<li class="tick-row"><label class="tick"><input type="checkbox"><span>${text}</span></label></li>`
    : `<li>${text}</li>`
}

/** Walks the tokens and keeps count of the line each one begins on: every token's `raw` is a piece of its parent's. */
class TokenNotes {
  readonly #start: Place
  readonly #findings: Findings
  readonly #refused: Record<string, string>

  constructor(start: Place, findings: Findings, refused: Record<string, string>) {
    this.#start = start
    this.#findings = findings
    this.#refused = refused
  }

  walk(tokens: Token[], text: string, line = this.#start.line): void {
    let from = 0
    for (const token of tokens) {
      const found = text.indexOf(token.raw, from)
      const at = found < 0 ? from : found
      const tokenLine = line + lineBreaks(text.slice(0, at))
      this.#note(token, { file: this.#start.file, line: tokenLine })
      this.#inside(token, tokenLine)
      if (found >= 0) from = found + token.raw.length
    }
  }

  #inside(token: Token, line: number): void {
    if (token.type === 'list') this.walk((token as Tokens.List).items, token.raw, line)
    else if (token.type === 'table') this.#cells(token as Tokens.Table, line)
    else if ('tokens' in token && token.tokens) this.walk(token.tokens, token.raw, line)
  }

  /** A table's rows are one line each; the second line only separates the header. */
  #cells({ header, rows }: Tokens.Table, line: number): void {
    for (const cell of header) this.walk(cell.tokens, cell.text, line)
    for (const [n, row] of rows.entries()) for (const cell of row) this.walk(cell.tokens, cell.text, line + n + 2)
  }

  #note(token: Token, place: Place): void {
    if (isBlock(token)) this.#findings.prose.push({ text: plainText([token]), ...place })
    const why = this.#refused[token.type]
    if (why) this.#findings.error(place, why)
    if (token.type === 'heading') this.#noteHeading((token as Tokens.Heading).depth, place)
    if (token.type === 'link') this.#noteLink((token as Tokens.Link).href, place)
  }

  #noteHeading(depth: number, place: Place): void {
    if (depth === 2 || depth === 3) return
    this.#findings.error(place, 'Rubriker i texten skrivs med ## eller ###. Sidans egen rubrik är titel i huvudet.')
  }

  #noteLink(href: string, place: Place): void {
    if (href.startsWith('#')) this.#findings.refer('page', href.slice(1), place)
    else if (href.startsWith('kalla:')) this.#findings.refer('source', href.slice('kalla:'.length), place)
    else if (!/^(https:\/\/|mailto:)/.test(href))
      this.#findings.error(
        place,
        `Länken ”${href}” leder ingenstans. Skriv #sidans-id, kalla:källans-id eller en adress som börjar med https://.`,
      )
  }
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1
}

function plainText(tokens: Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'list') return plainText((token as Tokens.List).items)
      if (token.type === 'table') {
        const table = token as Tokens.Table
        return [...table.header, ...table.rows.flat()].map((cell) => plainText(cell.tokens)).join(' ')
      }
      const inner = 'tokens' in token && token.tokens ? plainText(token.tokens) : (token as { text?: string }).text
      return isBlock(token) ? `${inner ?? ' '}\n` : (inner ?? ' ')
    })
    .join('')
}

function isBlock(token: Token): boolean {
  return ['paragraph', 'heading', 'list_item', 'blockquote', 'table', 'space'].includes(token.type)
}

/** Runs of letters or digits between spaces; a lone dash or section mark is no word. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
