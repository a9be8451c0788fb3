import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { BuildError } from './build-error.ts'
import { setDocument } from './typography.ts'
import type { CourseView } from './view.ts'

/** Renders the whole course into one document, once. */
export const renderDocument = (view: CourseView, folder: string): string => documentRenderer(folder)(view)

/**
 * Reads the templates of a folder; what it gives renders the whole course into one document: `shell.hbs`, with every other
 * template as a partial. A template that names something the view does not have stops the build.
 */
export function documentRenderer(folder: string): (view: CourseView) => string {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('is', (value: unknown, ...others: unknown[]) => others.slice(0, -1).includes(value))
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted())
    if (file.endsWith('.hbs')) handlebars.registerPartial(partialName(file), readTemplate(folder, file))
  const shell = handlebars.compile<CourseView>('{{> shell}}', { strict: true, preventIndent: true })
  return (view) => {
    try {
      return setDocument(withoutIndent(shell(view)))
    } catch (cause) {
      throw new BuildError(`Mallarna går inte att fylla i: ${(cause as Error).message}`, { cause })
    }
  }
}

const partialName = (file: string) => file.replaceAll('\\', '/').replace(/\.hbs$/, '')

function readTemplate(folder: string, file: string): string {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  const raw = text.search(/\{\{[{&]/)
  if (raw >= 0)
    throw templateError(path, {
      line: text.slice(0, raw).split('\n').length,
      message: '{{{ skriver ut oskyddad text. Skriv {{…}}; HTML ur kursen är redan märkt som säker.',
    })
  try {
    Handlebars.parse(text)
  } catch (cause) {
    const { message, lineNumber } = cause as Error & { lineNumber?: number }
    throw templateError(path, { line: lineNumber ?? Number(/line (\d+)/.exec(message)?.[1] ?? 1), message })
  }
  return text
}

function templateError(file: string, { line, message }: { line: number; message: string }): BuildError {
  return new BuildError('En mall är fel.', { issues: [{ file, line, severity: 'error', message }] })
}

/** Indentation is for the templates' readers. */
const withoutIndent = (html: string) => html.replace(/\n\s+/g, '\n')
