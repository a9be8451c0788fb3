import { LrsError } from '../errors.ts'

/** One part of a multipart body. */
export interface Part {
  /** By lower-case name. */
  headers: ReadonlyMap<string, string>
  /** To be read before the next part is asked for; what is left of it then is skipped. */
  body: AsyncIterable<Buffer>
}

/** RFC 2046 5.1.1; without quotation marks any of these characters but the space is taken, where strictly some need them. */
const boundaryPattern =
  /;\s*boundary=(?:"([\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?])"|([\w'()+,\-./:=?]{1,70}))\s*(?:;|$)/i

/** The boundary that a Content-Type of multipart/mixed names; undefined when it names none that RFC 2046 allows. */
export function parseBoundary(contentType: string): string | undefined {
  const [, quoted, plain] = boundaryPattern.exec(contentType) ?? []
  return quoted ?? plain
}

/** Far more than the headers of a part need. */
const LONGEST_HEADERS = 16_384
/** Spaces that may follow a boundary on its line. */
const LONGEST_PADDING = 200

/**
 * The parts of a multipart body (RFC 2046 5.1) in their order, read from `source` as they are asked for: no part is ever
 * held whole. What stands before the first boundary and after the last is left out.
 *
 * @throws LrsError `invalid` where the body is no multipart body with this boundary
 */
export async function* parseMultipart(source: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const body = new MultipartReader(source, boundary)
  try {
    await body.skipToBoundary()
    while (await body.startsPart()) {
      const headers = parseHeaders(await body.headerLines())
      yield { headers, body: body.untilBoundary() }
      await body.skipToBoundary()
    }
  } finally {
    await body.close()
  }
}

class MultipartReader {
  readonly #source: AsyncIterator<Uint8Array>
  readonly #delimiter: Buffer
  /** Begins as if a line had ended, so that a boundary at the very start is one like any other. */
  #buffer = Buffer.from('\r\n')
  #isAtBoundary = false

  constructor(source: AsyncIterable<Uint8Array>, boundary: string) {
    this.#source = source[Symbol.asyncIterator]()
    this.#delimiter = Buffer.from(`\r\n--${boundary}`)
  }

  /** What comes before the next boundary, which is taken away with it. */
  async *untilBoundary(): AsyncGenerator<Buffer, void> {
    while (!this.#isAtBoundary) {
      const end = this.#buffer.indexOf(this.#delimiter)
      // Without a boundary, the end of what is here may still be the beginning of one.
      const certain = end === -1 ? this.#buffer.length - this.#delimiter.length + 1 : end
      if (certain > 0) {
        yield this.#take(certain)
      } else if (end === -1) {
        await this.#more()
      } else {
        this.#take(this.#delimiter.length)
        this.#isAtBoundary = true
      }
    }
  }

  /** Leaves out what nobody read, from wherever they stopped. */
  async skipToBoundary(): Promise<void> {
    for await (const _ of this.untilBoundary());
  }

  /** After a boundary: true when a part begins, false when that was the last one. */
  async startsPart(): Promise<boolean> {
    for (;;) {
      const line = this.#buffer.toString('latin1', 0, LONGEST_PADDING)
      if (line.startsWith('--')) return false
      const padding = /^[ \t]*(?=\r\n)/.exec(line)?.[0]
      if (padding !== undefined) {
        this.#take(padding.length)
        this.#isAtBoundary = false
        return true
      }
      const mayBecomeOne = line.length < LONGEST_PADDING && /^(?:-|[ \t]*\r?)$/.test(line)
      if (!mayBecomeOne) throw refusal('has something else on the line of a boundary')
      await this.#more()
    }
  }

  /** The lines up to an empty one, which is taken away; where a boundary follows the headers at once, there is none. */
  async headerLines(): Promise<string> {
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n')
      if (end === -1 ? this.#buffer.length > LONGEST_HEADERS : end > LONGEST_HEADERS) {
        throw refusal(`has a part with more than ${LONGEST_HEADERS} bytes of headers`)
      }
      const boundary = this.#buffer.indexOf(this.#delimiter)
      if (boundary !== -1 && (end === -1 || boundary < end)) return this.#take(boundary).toString('latin1')
      if (end !== -1 && this.#buffer.length >= end + 2 + this.#delimiter.length) {
        const lines = this.#take(end + 2).toString('latin1')
        if (this.#buffer.indexOf(this.#delimiter) !== 0) this.#take(2)
        return lines
      }
      await this.#more()
    }
  }

  /** Lets the source go, whatever is left of it. */
  async close(): Promise<void> {
    await this.#source.return?.()
  }

  #take(length: number): Buffer {
    const taken = this.#buffer.subarray(0, length)
    this.#buffer = this.#buffer.subarray(length)
    return taken
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next()
    if (done) throw refusal('ends before its last boundary')
    this.#buffer = Buffer.concat([this.#buffer, value])
  }
}

/** RFC 5322 2.2, with or without a space after the colon; a line that begins with a space goes on where the last one ended. */
function parseHeaders(lines: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const line of lines.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    if (line === '') continue
    const [, name, value] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*?)[ \t]*$/s.exec(line) ?? []
    if (name === undefined || value === undefined) throw refusal('has a part with a line in its headers that is none')
    const key = name.toLowerCase()
    if (headers.has(key)) throw refusal(`has a part with two headers ${name.slice(0, 60)}`)
    headers.set(key, value)
  }
  return headers
}

function refusal(message: string): LrsError {
  const issues = [{ path: 'body', message, requirement: 'Communication 1.5.2 (XAPI-00130)' }]
  return new LrsError('invalid', `The multipart body ${message}.`, { issues })
}
