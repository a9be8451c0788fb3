import { readFileSync } from 'node:fs'

/** A file of the course as text, whatever editor saved it: without a byte order mark, line ends as `\n`. */
export const readSource = (path: string) =>
  readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
