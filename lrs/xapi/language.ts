import type { LanguageMap } from './types.ts'

const language = '(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})'
const script = '(?:-[a-z]{4})?'
const region = '(?:-(?:[a-z]{2}|\\d{3}))?'
const variants = '(?:-(?:[a-z\\d]{5,8}|\\d[a-z\\d]{3}))*'
const extensions = '(?:-[a-wy-z\\d](?:-[a-z\\d]{2,8})+)*'
const privateUse = '(?:x(?:-[a-z\\d]{1,8})+)'
const tag = new RegExp(
  `^(?:${language}${script}${region}${variants}${extensions}(?:-${privateUse})?|${privateUse})$`,
  'i',
)

/** Registered before the grammar was (RFC 5646 2.1, irregular). */
const irregular = new Set(
  'en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-be-fr sgn-be-nl sgn-ch-de'.split(
    ' ',
  ),
)

/** Whether the sequence of token lengths is one of RFC 5646 (Data 2.2); whether the tokens are registered is not asked. */
export function isLanguageTag(text: string): boolean {
  return text.length <= 100 && (tag.test(text) || irregular.has(text.toLowerCase()))
}

/** Ranges of an Accept-Language header, best first, those of quality 0 left out. */
export function parseAcceptLanguage(header: string | undefined): string[] {
  const ranges = (header ?? '').split(',', 50).map((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    return { range, quality: quality === undefined ? 1 : Number(quality.slice(2)) }
  })
  return ranges
    .filter(({ range, quality }) => range !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ range }) => range)
}

/**
 * The one entry of the map that suits the ranges best (Communication 2.1.3, RFC 2616 14.4): for each range in turn an
 * entry equal to it or more special, then one more general. Without a match the map's first entry.
 */
export function pickLanguage(map: LanguageMap, ranges: string[]): LanguageMap {
  const tags = Object.keys(map)
  const found = matchingTag(tags, ranges) ?? tags[0]
  return found === undefined ? {} : { [found]: map[found] as string }
}

function matchingTag(tags: string[], ranges: string[]): string | undefined {
  for (const range of ranges) {
    if (range === '*') return tags[0]
    const match =
      tags.find((candidate) => candidate.toLowerCase() === range) ??
      tags.find((candidate) => candidate.toLowerCase().startsWith(`${range}-`)) ??
      tags.find((candidate) => range.startsWith(`${candidate.toLowerCase()}-`))
    if (match !== undefined) return match
  }
  return undefined
}
