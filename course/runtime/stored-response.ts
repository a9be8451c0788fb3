import { type ByteReader, ByteWriter } from './bytes.ts'
import type { QuestionData, Response } from './course-data.ts'

/**
 * How a response lies in the saved state: `options` as a set of bits, `sequence` as a count and a byte for each place,
 * `pairs` as a count and a byte for each pair, `number` as one short number.
 */
export type ResponseForm = 'options' | 'sequence' | 'pairs' | 'number'

/** A response in the state's own numbers: option numbers, pairs of half a byte each, or one coded number. */
export type StoredResponse = number[]

const forms: Partial<Record<QuestionData['type'], ResponseForm>> = {
  order: 'sequence',
  match: 'pairs',
  numeric: 'number',
  date: 'number',
}

export const formOf = ({ type }: QuestionData): ResponseForm => forms[type] ?? 'options'

/** A RangeError for what the form cannot hold. */
export function writeResponse(out: ByteWriter, response: Response, form: ResponseForm) {
  if (form === 'options') out.short(response.map(optionNumber).reduce((mask, number) => mask + 2 ** number, 0))
  else if (form === 'number') out.short(numberCode(numberOf(response[0] ?? '')))
  else {
    out.short(response.length)
    for (const part of response) out.uint(form === 'pairs' ? pairNumber(part) : optionNumber(part), 1)
  }
}

/** How many bytes a response takes. */
export function writtenLength(response: Response, form: ResponseForm): number {
  const out = new ByteWriter()
  writeResponse(out, response, form)
  return out.done().length
}

/** Reads what `writeResponse` wrote. */
export function readResponse(input: ByteReader, form: ResponseForm): StoredResponse {
  if (form === 'options') return bitsOf(input.short())
  if (form === 'number') return [input.short()]
  return Array.from({ length: input.short() }, () => input.uint(1))
}

/** What `readResponse` read as an answer to this question, which has the same form; a RangeError for what is never written. */
export function responseOf(stored: StoredResponse, { type }: QuestionData): Response {
  if (type === 'match') return stored.map(pairText)
  if (type === 'numeric') return stored.map(numberText)
  if (type === 'date') return stored.map((code) => dayText(Number(numberText(code))))
  return stored.map((number) => optionId(number, type))
}

function optionNumber(id: string): number {
  if (id === 'true' || id === 'false') return id === 'true' ? 0 : 1
  const number = id.charCodeAt(0) - 97
  if (id.length === 1 && number >= 0 && number < 26) return number
  throw new RangeError(`An option's id is a letter a–z, true or false, not ${id}.`)
}

function optionId(number: number, type: QuestionData['type']): string {
  if (type === 'truefalse') return number === 0 ? 'true' : 'false'
  if (number < 26) return String.fromCharCode(97 + number)
  throw new RangeError(`No option has the number ${number}.`)
}

function pairNumber(pair: string): number {
  if (/^[a-p]\.[1-9]$/.test(pair)) return optionNumber(pair.charAt(0)) * 16 + Number(pair.charAt(2))
  throw new RangeError(`A pair is a letter a–p, a point and a digit 1–9, not ${pair}.`)
}

function pairText(number: number): string {
  const pair = `${String.fromCharCode(97 + Math.floor(number / 16))}.${number % 16}`
  pairNumber(pair)
  return pair
}

/** The digits, then the sign, then the number of decimals: `24` takes two bytes, the longest number seven. */
function numberCode(number: string): number {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,3}))?$/.exec(number) ?? []
  if (whole === '') throw new RangeError(`A number has at most nine digits and three decimals, not ${number}.`)
  return (Number(whole + fraction) * 2 + Number(sign === '-')) * 4 + fraction.length
}

function numberText(code: number): string {
  const signed = Math.floor(code / 4)
  const number = `${signed % 2 === 1 ? '-' : ''}${Math.floor(signed / 2) / 10 ** (code % 4)}`
  numberCode(number)
  return number
}

/** A day lies as its number, counted from 1970. */
const numberOf = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? String(Date.parse(`${text}T00:00:00Z`) / msADay) : text

const msADay = 24 * 60 * 60 * 1000
const dayText = (number: number) => new Date(number * msADay).toISOString().slice(0, 10)

function bitsOf(mask: number): number[] {
  return Array.from({ length: 26 }, (_, bit) => bit).filter((bit) => Math.floor(mask / 2 ** bit) % 2 === 1)
}
