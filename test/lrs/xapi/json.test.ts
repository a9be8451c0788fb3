import { expect } from 'chai'
import fc from 'fast-check'
import { parseJson } from '../../../lrs/xapi/json.ts'

describe('parseJson', () => {
  it('parses what is JSON', () => {
    const isParsed = (value: unknown) =>
      expect(parseJson(JSON.stringify(value), 200)).to.have.deep.property('value', value)
    fc.assert(fc.property(fc.jsonValue(), (value) => void isParsed(JSON.parse(JSON.stringify(value)))))
  })

  const errors: [text: string, position: number, about: RegExp][] = [
    ['', 0, /value, but the text ends/],
    ['   ', 3, /value, but the text ends/],
    ['xabc', 0, /expected a value, found "x"/],
    ['{"a":1,}', 7, /property name in double quotes, found "}"/],
    ['{"a" 1}', 5, /expected ":", found "1"/],
    ['{a:1}', 1, /property name/],
    ["{'a':1}", 1, /property name/],
    ['[1,2', 4, /"," or "\]", but the text ends/],
    ['[1 2]', 3, /"," or "\]", found "2"/],
    ['[1,]', 3, /expected a value, found "]"/],
    ['{"a":1 "b":2}', 7, /"," or "}", found/],
    ['[1,2]x', 5, /nothing more/],
    ['{"a":tru}', 5, /value/],
    ['[01]', 1, /value/],
    ['[1.]', 1, /value/],
    ['[NaN]', 1, /value/],
    ['"a\nb"', 2, /control character/],
    ['"a\\x"', 2, /escape/],
    ['"a\\u12"', 2, /escape/],
    ['{"a":"b', 5, /string that does not end/],
    ['{"a":{"b":[1,{"c":}]}}', 18, /value/],
    ['\ufeff{}', 0, /value/],
  ]
  for (const [text, position, about] of errors) {
    it(`says where ${JSON.stringify(text)} stops being JSON`, () => {
      const { problem } = parseJson(text, 100) as { problem: { message: string; position: number } }
      expect(problem).to.have.property('position', position)
      expect(problem.message).to.match(about)
    })
  }

  const repeated: [text: string, position: number][] = [
    ['{"a":1,"a":1}', 7],
    ['{"a":1,"b":{"c":[{"d":1,"e":{},"d":2}]}}', 31],
    ['{"a":1 , "\\u0061" : 2}', 9],
    ['[{"":1},{"":2,"":3}]', 14],
    ['{"__proto__":1,"__proto__":2}', 15],
    ['{"a":":","b":"\\"a\\":","a":1}', 22],
  ]
  for (const [text, position] of repeated) {
    it(`says where ${text} has a property twice (XAPI-00021)`, () => {
      const { problem } = parseJson(text, 100)
      expect(problem).to.include({ position, requirement: 'Data 2.4 (XAPI-00021)' })
      expect(problem?.message).to.match(/^has the property ".*" twice in one object$/)
    })
  }

  it('takes one name in several objects, and colons in strings', () => {
    for (const text of ['{"a":{"a":[{"a":1},{"a":2}]}}', '{":":"a:b","\\":":"\\":"}', '{"1":1,"1.0":2,"a":3,"A":4}']) {
      expect(parseJson(text, 100)).to.deep.equal({ value: JSON.parse(text) })
    }
  })

  it('finds an error exactly where JSON.parse does', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '\n',
      'å',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        expect(parseJson(text, 100).problem === undefined, text).to.equal(isJson(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses what is nested too deep, quickly, and counts no brackets in strings', () => {
    expect(parseJson('[['.repeat(50_000) + ']]'.repeat(50_000), 100).problem).to.deep.equal({
      message: 'is nested deeper than 100 levels',
      position: 100,
    })
    expect(parseJson('{"a":'.repeat(100_000), 100)).to.have.nested.property('problem.position', 500)
    expect(parseJson(JSON.stringify({ a: '[{\\"['.repeat(500) }), 2).problem).to.equal(undefined)
    expect(parseJson('[[1],[2],[3]]', 2).problem).to.equal(undefined)
  })

  it('comes to an end with texts that would take hours if each character led to another look at all the others', () => {
    const many = 1_000_000
    const texts: [text: string, position: number][] = [
      [`"${'\\\\'.repeat(many)}`, 0],
      [`"${'\\"'.repeat(many)}`, 0],
      [`"${'a'.repeat(many)}`, 0],
      [`[${'1,'.repeat(many)}`, 1 + 2 * many],
    ]
    for (const [text, position] of texts) {
      expect(parseJson(text, 100).problem, text.slice(0, 10)).to.have.property('position', position)
    }
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
