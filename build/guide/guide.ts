import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { Marked, type Tokens } from 'marked'
import { setDocument } from '../typography.ts'

const source = join(import.meta.dirname, '../GUIDE.md')

const html = (text: string) => new Handlebars.SafeString(text)

/**
 * The administrator's guide as one page that opens by double-click: build/GUIDE.md with the course's colours and fonts in it.
 * `styles` is the folder of the course's style sheets.
 */
export function guidePage(styles: string): string {
  const markdown = readFileSync(source, 'utf8')
  const page = Handlebars.compile(readFileSync(join(import.meta.dirname, 'guide.hbs'), 'utf8'), { strict: true })
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? ''
  return setDocument(page({ title, style: html(styleOf(styles)), text: html(render(markdown)) }))
}

/** A wide table scrolls by itself, with the keyboard too. */
function render(markdown: string): string {
  const marked = new Marked({ gfm: true })
  let heading = ''
  return marked
    .lexer(markdown)
    .map((token) => {
      if (token.type === 'heading') heading = (token as Tokens.Heading).text
      const made = marked.parser([token])
      return token.type === 'table'
        ? `<div class="table" tabindex="0" role="region" aria-label="${heading}">${made}</div>`
        : made
    })
    .join('')
}

function styleOf(styles: string): string {
  const tokens = readFileSync(join(styles, 'tokens.css'), 'utf8')
  const withFonts = tokens.replace(/url\("(fonts\/[\w.-]+)"\)/g, (_, file) => {
    const font = readFileSync(join(styles, file)).toString('base64')
    return `url("data:font/woff2;base64,${font}")`
  })
  return `${withFonts}\n${readFileSync(join(import.meta.dirname, 'guide.css'), 'utf8')}`
}
