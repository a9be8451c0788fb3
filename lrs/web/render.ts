import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import Handlebars from 'handlebars'
import { assetUrl } from './assets.ts'
import { icons } from './icons.ts'

/** What every page's frame needs; a view gets its own data beside it. */
export interface PageFrame {
  /** Said by the browser's tab, before the name of the service. */
  title: string
  /** The municipality's name in the top bar; without it the service's own. */
  municipality?: string
  menu?: MenuItem[]
  /** Where the form of "Logga ut" is sent (POST). */
  signOut?: string
}

export interface MenuItem {
  text: string
  href: string
  current: boolean
}

const folder = import.meta.dirname
const engine = Handlebars.create()
engine.registerHelper('asset', (name: string) => assetUrl(name))
engine.registerHelper(
  'script',
  (address: string) =>
    new Handlebars.SafeString(`<script defer src="${Handlebars.escapeExpression(address)}"></script>`),
)
engine.registerHelper('iconPath', (name: string) => {
  const path = icons[name]
  if (path === undefined) throw new Error(`no icon "${name}"`)
  return path
})
for (const [name, source] of templates('partials')) engine.registerPartial(name, source)

// strict: a name that a view misspells is an error, not an empty place on the page; preventIndent: what stands in <pre> stays as it is
const views = new Map(
  templates('views').map(([name, source]) => [
    name,
    engine.compile<PageFrame>(source, { strict: true, preventIndent: true }),
  ]),
)

/**
 * Renders a whole page: views/<view>.hbs, which wraps itself in the layout. Everything is escaped.
 * @throws Error when there is no such view, or when it names something `page` lacks
 */
export function renderPage<Page extends PageFrame>(view: string, page: Page): string {
  const template = views.get(view)
  if (template === undefined) throw new Error(`no view "${view}"`)
  return template(page)
}

function templates(kind: 'partials' | 'views'): [name: string, source: string][] {
  return readdirSync(join(folder, kind)).map((file) => [
    parse(file).name,
    readFileSync(join(folder, kind, file), 'utf8'),
  ])
}
