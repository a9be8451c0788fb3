import { expect } from 'chai'
import fc from 'fast-check'
import { LrsError } from '../../../lrs/errors.ts'
import { parseBoundary, parseMultipart } from '../../../lrs/xapi/multipart.ts'
import { refusalOf } from '../../support/prepared.ts'

async function* inPieces(body: string | Buffer, ...ends: number[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(body)
  const cuts = [0, ...ends.map((end) => Math.min(end, bytes.length)).sort((a, b) => a - b), bytes.length]
  for (const [index, start] of cuts.slice(0, -1).entries()) yield bytes.subarray(start, cuts[index + 1])
}

/** Each part as its headers and its content. */
async function partsOf(source: AsyncIterable<Buffer>): Promise<[Record<string, string>, string][]> {
  const parts: [Record<string, string>, string][] = []
  for await (const { headers, body } of parseMultipart(source, 'b')) {
    const pieces: Buffer[] = []
    for await (const piece of body) pieces.push(piece)
    parts.push([Object.fromEntries(headers), Buffer.concat(pieces).toString('latin1')])
  }
  return parts
}

const two = '--b\r\nA: 1\r\nB:2\r\n\r\nfirst\r\n--b\r\nC: 3\r\n\r\nsecond\r\n--b--\r\n'
const twoParts = [
  [{ a: '1', b: '2' }, 'first'],
  [{ c: '3' }, 'second'],
]

describe('parseMultipart', () => {
  it('gives the parts with their headers, with or without a space after the colon', async () => {
    expect(await partsOf(inPieces(two))).to.deep.equal(twoParts)
  })

  it('gives the same, however the body is cut on its way', async () => {
    for (let first = 1; first < two.length; first += 1) {
      expect(await partsOf(inPieces(two, first, first + 1)), String(first)).to.deep.equal(twoParts)
    }
  })

  const variants: Record<string, string> = {
    'an empty line before the first boundary': `\r\n${two}`,
    'a preamble and an epilogue': `This is a message\r\nin parts\r\n${two}and this is after it --b`,
    'no line end after the last boundary': two.slice(0, -2),
    'spaces after a boundary': two.replaceAll('--b\r\n', '--b \t\r\n'),
    'headers in any case': two.replace('A:', 'a :'),
  }
  for (const [what, body] of Object.entries(variants)) {
    it(`takes ${what}`, async () => {
      expect(await partsOf(inPieces(body))).to.deep.equal(twoParts)
    })
  }

  it('takes parts without headers, without content and without either', async () => {
    const body = '--b\r\n\r\nplain\r\n--b\r\nA: 1\r\n\r\n\r\n--b\r\nB: 2\r\n\r\n--b\r\n\r\n--b--'
    const expected = [
      [{}, 'plain'],
      [{ a: '1' }, ''],
      [{ b: '2' }, ''],
      [{}, ''],
    ]
    expect(await partsOf(inPieces(body))).to.deep.equal(expected)
  })

  it('joins a header that goes on in the next line', async () => {
    const body = '--b\r\nA: one\r\n  two\r\n\r\nx\r\n--b--'
    expect(await partsOf(inPieces(body))).to.deep.equal([[{ a: 'one two' }, 'x']])
  })

  it('keeps contents byte by byte, whatever looks like a boundary in them', async () => {
    const piece = fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '-',
      '--',
      '--b',
      '--b--',
      'b',
      '\r\n-',
      '\r\n--',
      '\0',
      '\xff',
      'a',
    )
    const content = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(content, fc.array(fc.nat(80), { maxLength: 6 }), async (text, cuts) => {
        fc.pre(!`\r\n${text}\r\n`.includes('\r\n--b'))
        const body = Buffer.from(`--b\r\nA: 1\r\n\r\n${text}\r\n--b--`, 'latin1')
        expect(await partsOf(inPieces(body, ...cuts))).to.deep.equal([[{ a: '1' }, text]])
      }),
      { numRuns: 300 },
    )
  })

  it('skips what nobody read of a part', async () => {
    const seen: string[] = []
    for await (const { headers, body } of parseMultipart(inPieces(two, 20, 23, 25), 'b')) {
      seen.push([...headers.keys()].join())
      for await (const _ of body) break
    }
    for await (const { headers } of parseMultipart(inPieces(two, 20), 'b')) seen.push([...headers.keys()].join())
    expect(seen).to.deep.equal(['a,b', 'c', 'a,b', 'c'])
  })

  it('gives a part while it is still on its way, and holds no more than a piece of it', async () => {
    let sent = 0
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('--b\r\n\r\n')
      for (;;) {
        sent += 1
        yield Buffer.alloc(1000, sent)
      }
    }
    const parts = parseMultipart(endless(), 'b')
    const { value: part } = await parts.next()
    for await (const piece of part.body) {
      expect(piece.length).to.be.below(2000)
      if (sent > 1000) break
    }
    expect(sent).to.equal(1001)
  })

  it('lets its source go when it is done, and when it is given up', async () => {
    let closed = 0
    async function* source(): AsyncGenerator<Buffer> {
      try {
        yield* inPieces(two, 10, 20)
      } finally {
        closed += 1
      }
    }
    await partsOf(source())
    for await (const _ of parseMultipart(source(), 'b')) break
    await refusalOf(
      partsOf(
        (async function* () {
          try {
            yield Buffer.from('--bx')
          } finally {
            closed += 1
          }
        })(),
      ),
    )
    expect(closed).to.equal(3)
  })

  const broken: Record<string, [body: string, says: RegExp]> = {
    'an empty body': ['', /ends before its last boundary/],
    'no boundary': ['{"a":1}', /ends before its last boundary/],
    'an end inside the headers': ['--b\r\nA: 1', /ends before its last boundary/],
    'an end inside a part': ['--b\r\n\r\nhalf', /ends before its last boundary/],
    'no last boundary': [two.replace('--b--', '--b'), /ends before its last boundary/],
    'another word on a boundary’s line': ['--bx\r\n\r\nx\r\n--b--', /something else on the line of a boundary/],
    'a boundary’s line of spaces': [`--b${' '.repeat(500)}\r\n\r\n\r\n--b--`, /something else on the line/],
    'a header without a colon': ['--b\r\nnonsense\r\n\r\nx\r\n--b--', /a line in its headers that is none/],
    'a header twice': ['--b\r\nA: 1\r\na: 2\r\n\r\nx\r\n--b--', /two headers a/],
    'endless headers': [`--b\r\nA: ${'x'.repeat(20_000)}\r\n\r\nx\r\n--b--`, /more than 16384 bytes of headers/],
  }
  for (const [what, [body, says]] of Object.entries(broken)) {
    it(`refuses ${what}`, async () => {
      for (const pieces of [inPieces(body), inPieces(body, ...Array(body.length).keys())]) {
        const refusal = await refusalOf(partsOf(pieces))
        expect(refusal).to.be.instanceOf(LrsError).and.include({ code: 'invalid' })
        expect((refusal as LrsError).message).to.match(says)
      }
    })
  }
})

describe('parseBoundary', () => {
  const given: [type: string, boundary: string | undefined][] = [
    ['multipart/mixed; boundary=abc', 'abc'],
    ['Multipart/Mixed;Boundary="a b"', 'a b'],
    ["multipart/mixed; charset=x; boundary=---------'()+_,./:=?", "---------'()+_,./:=?"],
    ['multipart/mixed; boundary=abc; charset=x', 'abc'],
    ['multipart/mixed', undefined],
    ['multipart/mixed;', undefined],
    ['multipart/mixed; boundary=', undefined],
    ['multipart/mixed; boundary=""', undefined],
    ['multipart/mixed; boundary="ends with a space "', undefined],
    ['multipart/mixed; boundary=a\r\nb', undefined],
    [`multipart/mixed; boundary=${'x'.repeat(70)}`, 'x'.repeat(70)],
    [`multipart/mixed; boundary=${'x'.repeat(71)}`, undefined],
    ['multipart/mixed; xboundary=a', undefined],
  ]
  for (const [type, boundary] of given) {
    it(`finds ${boundary ? 'the boundary' : 'none'} in ${JSON.stringify(type.slice(0, 60))}`, () => {
      expect(parseBoundary(type)).to.equal(boundary)
    })
  }
})
