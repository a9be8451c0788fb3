import { BuildError } from './build-error.ts'

/** Colours by name, without the two hyphens, in light and in dark. */
export interface Tokens {
  light: Map<string, string>
  dark: Map<string, string>
}

/** Reads the colours out of tokens.css: the first `:root` rule, and the one inside `prefers-color-scheme: dark`. */
export function readTokens(css: string): Tokens {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const dark = /@media[^{]*prefers-color-scheme:\s*dark[^{]*\{\s*:root\s*\{([^}]*)\}/.exec(plain)?.[1] ?? ''
  const light = /^\s*:root\s*\{([^}]*)\}/m.exec(plain)?.[1] ?? ''
  return { light: colours(light), dark: colours(dark) }
}

function colours(rule: string): Map<string, string> {
  return new Map(
    [...rule.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{3,8})\s*;/gi)].map(([, name = '', value = '']) => [name, value]),
  )
}

/**
 * A drawing as a file of its own: the colours it names are written into it, because a picture in an `img` sees nothing of the
 * page's style sheet. Dark is for screens only, so paper gets the light ones.
 */
export function pictureFile(name: string, svg: string, { light, dark }: Tokens): string {
  const used = [...new Set([...svg.matchAll(/var\(--([a-z0-9-]+)\)/g)].map(([, token = '']) => token))].toSorted()
  const unknown = used.filter((token) => !light.has(token))
  if (unknown.length > 0)
    throw new BuildError(
      `Bilden ${name} använder färger som inte finns i tokens.css: ${unknown.join(', ')}. Rätta namnen.`,
    )
  const rule = (values: Map<string, string>) =>
    `:root{${used.flatMap((token) => (values.has(token) ? [`--${token}:${values.get(token)}`] : [])).join(';')}}`
  const style = `<style>${rule(light)}@media screen and (prefers-color-scheme:dark){${rule(dark)}}</style>`
  const named = svg.includes('xmlns=') ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  return named.replace(/(<svg[^>]*>)/, `$1${style}`)
}
