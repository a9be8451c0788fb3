import type { Findings } from './findings.ts'
import { renderMarkdown } from './markdown.ts'
import type { Picture, ReadingPage } from './types.ts'
import { type Fields, parseYaml } from './yaml-fields.ts'

const kinds = { las: 'reading', kort: 'card', uppgift: 'task' } as const

/** A Markdown file's front matter, between two lines of `---`, and its text with the line that it begins on. */
export function readFrontMatter(
  text: string,
  file: string,
  findings: Findings,
): { fields: Fields; body: string; bodyLine: number } | undefined {
  const parts = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text)
  if (!parts) {
    findings.error({ file, line: 1 }, 'Sidan saknar huvud. Börja filen med ---, sedan id, titel och slag, sedan ---.')
    return undefined
  }
  const [, head = '', body = ''] = parts
  const fields = parseYaml(head, { file, firstLine: 2, findings })
  if (!fields) return undefined
  return { fields, body, bodyLine: text.slice(0, text.length - body.length).split('\n').length }
}

/** A page to read: front matter, then Markdown. */
export function parsePage(text: string, file: string, findings: Findings): ReadingPage | undefined {
  const parts = readFrontMatter(text, file, findings)
  if (!parts) return undefined
  const { fields, body, bodyLine } = parts
  const slag = fields.oneOf('slag', ['las', 'kort', 'uppgift'])
  const { html, words } = renderMarkdown(body, { file, line: bodyLine }, findings)
  if (slag === 'las') checkLength(words, fields)
  if (words === 0) fields.error('id', 'Sidan har ingen text. Skriv den under huvudet.')
  const page: ReadingPage = {
    id: fields.id('id', 'page'),
    title: fields.text('titel'),
    revision: parseRevision(fields),
    kind: slag ? kinds[slag] : 'reading',
    sources: slag === 'las' || fields.has('kalla') ? fields.references('kalla', 'source') : [],
    html,
    picture: fields.has('bild') ? parsePicture(fields.map('bild')) : undefined,
    law: fields.has('lag') ? fields.list('lag').map(parseLaw) : undefined,
    note: fields.has('marginal') ? parseNote(fields.map('marginal')) : undefined,
  }
  fields.close()
  return page
}

/** The revision of a page or question: 1 where none is written, 255 at most (a byte of the saved state). */
export function parseRevision(fields: Fields): number {
  return fields.has('revision') ? fields.integer('revision', { min: 1, max: 255 }) : 1
}

/** A screen holds 60–120 words; far outside that the page is another kind of page. */
function checkLength(words: number, fields: Fields): void {
  if (words >= 60 && words <= 120) return
  const advice = words < 60 ? 'Skriv mer eller slå ihop den med en annan.' : 'Stryk eller dela den i två.'
  const message = `Sidan har ${words} ord. En sida har 60–120. ${advice}`
  if (words < 40 || words > 150) fields.error('id', message)
  else fields.warning('id', message)
}

/** `bild: {fil, alt, text}` */
export function parsePicture(fields: Fields | undefined): Picture | undefined {
  if (!fields) return undefined
  const picture = {
    file: fields.reference('fil', 'picture'),
    alt: fields.text('alt'),
    caption: fields.optionalText('text'),
  }
  fields.close()
  return picture
}

function parseLaw(fields: Fields): { source: string; label: string; text: string } {
  const row = { source: fields.reference('kalla', 'source'), label: fields.text('rum'), text: fields.text('text') }
  fields.close()
  return row
}

function parseNote(fields: Fields | undefined): { title: string; lines: string[] } | undefined {
  if (!fields) return undefined
  const note = { title: fields.text('titel'), lines: fields.texts('rader').map(({ value }) => value) }
  const words = note.lines.join(' ').split(/\s+/).length
  if (words > 30) fields.warning('rader', `Rutan i marginalen har ${words} ord. Högst 30 får plats. Stryk.`)
  fields.close()
  return note
}
