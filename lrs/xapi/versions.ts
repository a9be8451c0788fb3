import type { XapiVersion } from '../accounts/access.ts'

/** What the server speaks, oldest first; a patch version says all of its minor version (Communication 3.3). */
export const versions: readonly XapiVersion[] = ['1.0.3', '2.0.0']

/**
 * The version a request is answered in, by its X-Experience-API-Version header: `1.0` and `1.0.x` are 1.0.3, `2.0` and
 * `2.0.x` are 2.0.0 (Communication 3.3). Undefined for any other, which is to be refused.
 */
export function negotiateVersion(header: string): XapiVersion | undefined {
  if (/^1\.0(\.\d{1,9})?$/.test(header)) return '1.0.3'
  return /^2\.0(\.\d{1,9})?$/.test(header) ? '2.0.0' : undefined
}

/** The version that a statement gets when it has none of its own (Data 2.4.10; xAPI 2.0 4.2.4.2). */
export function statementVersion(version: XapiVersion): string {
  return version === '1.0.3' ? '1.0.0' : '2.0.0'
}
