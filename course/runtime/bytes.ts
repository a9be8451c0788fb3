/** Bytes written one after the other; numbers are big-endian. */
export class ByteWriter {
  private readonly bytes: number[] = []

  /** `size` bytes of an unsigned integer. */
  uint(value: number, size: number): this {
    for (let shift = size - 1; shift >= 0; shift--) this.bytes.push(Math.floor(value / 256 ** shift) % 256)
    return this
  }

  /** An unsigned integer below 2^53 in as few bytes as it needs, seven bits a byte. */
  short(value: number): this {
    if (value < 128) return this.uint(value, 1)
    this.bytes.push((value % 128) + 128)
    return this.short(Math.floor(value / 128))
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes)
  }
}

/** Reads what a `ByteWriter` wrote; a RangeError past the end. */
export class ByteReader {
  private readonly bytes: Uint8Array
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  uint(size: number): number {
    let value = 0
    for (let i = 0; i < size; i++) value = value * 256 + this.next()
    return value
  }

  short(): number {
    const byte = this.next()
    return byte < 128 ? byte : byte - 128 + 128 * this.short()
  }

  private next(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new RangeError('The bytes end too early.')
    return byte
  }
}

/** RFC 4648, section 5, without padding. */
export const toBase64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** Undefined for what is no base64url. */
export function fromBase64url(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
  } catch {
    return undefined
  }
}
