/** A package's files by path: `/` only, no leading slash, relative to the package's root. */
export type PackageFiles = Map<string, Uint8Array>

/** A fault in a finished package: which file, and what is wrong, in one sentence. */
export interface Fault {
  file: string
  message: string
}

const encoder = new TextEncoder()

/** UTF-8 without a byte order mark. */
export const encodeText = (text: string): Uint8Array => encoder.encode(text)

export const decodeText = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
