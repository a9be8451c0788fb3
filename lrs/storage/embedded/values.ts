import mongoose from 'mongoose'
import { StorageRefusal } from './refusal.ts'

const { Binary, ObjectId } = mongoose.mongo

/**
 * A value as its row holds it. Dates, ObjectIds and bytes are objects with one reserved key: `{"$date": ms}`,
 * `{"$oid": hex}`, `{"$binary": base64}`; no other key may hold a `$`, so they cannot be mistaken.
 */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** MongoDB's own limits, so that what is stored here can be moved there. */
const MAX_DEPTH = 100
const MAX_LENGTH = 16 * 1024 * 1024

/**
 * @param at where the value stands, for the message
 * @throws StorageRefusal for what not every engine can hold: NaN, infinities, −0, undefined, lone surrogates, keys with
 * `.` or `$`, other classes
 */
export function encode(value: unknown, at: string, depth = 0): Json {
  checkDepth(depth, at)
  switch (typeof value) {
    case 'boolean':
      return value
    case 'string':
      if (!value.isWellFormed()) throw new StorageRefusal(`a lone surrogate at ${at}`)
      return value
    case 'number':
      if (!Number.isFinite(value)) throw new StorageRefusal(`${value} at ${at}`)
      if (Object.is(value, -0)) throw new StorageRefusal(`−0 at ${at}`)
      return value
    case 'object':
      return value === null ? null : encodeObject(value, at, depth)
    default:
      throw new StorageRefusal(`${typeof value} at ${at}`)
  }
}

function encodeObject(value: object, at: string, depth: number): Json {
  if (value instanceof Date) return { $date: encode(value.getTime(), at) }
  if ('_bsontype' in value) return encodeBson(value, at)
  if ('toBSON' in value && typeof value.toBSON === 'function') return encode(value.toBSON(), at, depth + 1)
  if (value instanceof Uint8Array) return { $binary: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map((element, index) => encode(element, `${at}.${index}`, depth + 1))

  const encoded: JsonObject = {}
  for (const [key, field] of value instanceof Map ? value : Object.entries(plain(value, at))) {
    checkKey(key, at)
    encoded[key] = encode(field, at ? `${at}.${key}` : key, depth + 1)
  }
  return encoded
}

function checkDepth(depth: number, at: string): void {
  if (depth > MAX_DEPTH) throw new StorageRefusal(`more than ${MAX_DEPTH} levels of nesting at ${at}`)
}

function encodeBson(value: object, at: string): Json {
  if (value instanceof ObjectId) return { $oid: value.toHexString() }
  if (value instanceof Binary && value.sub_type === 0) return { $binary: value.toString('base64') }
  throw new StorageRefusal(`a ${value.constructor.name} at ${at}`)
}

function plain(value: object, at: string): object {
  if (isPlain(value)) return value
  throw new StorageRefusal(`a ${value.constructor?.name ?? 'value of an unknown class'} at ${at}`)
}

/** An object written as `{…}`, not an instance of a class. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

function checkKey(key: unknown, at: string): asserts key is string {
  if (typeof key !== 'string') throw new StorageRefusal(`a key that is no string at ${at}`)
  if (/[.$\0]/.test(key) || key === '__proto__' || !key.isWellFormed()) {
    throw new StorageRefusal(`the key ${JSON.stringify(key)} in ${at || 'a document'}`)
  }
}

/**
 * A document to insert: `_id` first, made where it is missing, on the caller's object too, as MongoDB's driver does.
 *
 * @throws StorageRefusal as {@link encode} does
 */
export function encodeDocument(document: Record<string, unknown>): JsonObject {
  if (document._id === undefined) document._id = new ObjectId()
  const { _id, ...fields } = encode(document, '') as JsonObject
  return { _id: _id as Json, ...fields }
}

/** Bytes come back as `Binary`, as MongoDB's driver gives them; a schema's `Buffer` makes a Buffer of it. */
export function decode(json: Json): unknown {
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map(decode)
  if (isTagged(json)) {
    if ('$date' in json) return new Date(json.$date as number)
    if ('$oid' in json) return new ObjectId(json.$oid as string)
    return new Binary(Buffer.from(json.$binary as string, 'base64'))
  }
  const decoded: Record<string, unknown> = {}
  for (const key of Object.keys(json)) decoded[key] = decode(json[key] as Json)
  return decoded
}

/** An object that stands for a Date, an ObjectId or bytes. */
export function isTagged(json: JsonObject): boolean {
  for (const key in json) return key.startsWith('$')
  return false
}

/** An object with fields, which dotted paths lead through. */
export function isFields(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) && !isTagged(json)
}

/** Two values are the same when this text is: key order counts, as in MongoDB. */
export function textOf(json: Json): string {
  return JSON.stringify(json)
}

/** @throws StorageRefusal for a document longer than 16 MiB */
export function rowText(document: JsonObject): string {
  const text = textOf(document)
  if (text.length > MAX_LENGTH) throw new StorageRefusal(`a document longer than ${MAX_LENGTH} characters`)
  return text
}

/**
 * The dotted paths at which a document holds arrays, positions left out.
 *
 * @throws StorageRefusal for an array directly inside an array, and for too many levels
 */
export function arrayPaths(document: JsonObject): Set<string> {
  const found = new Set<string>()
  collectArrays(document, { at: '', depth: 0 }, found)
  return found
}

function collectArrays(json: Json, { at, depth }: { at: string; depth: number }, found: Set<string>): void {
  checkDepth(depth, at)
  if (typeof json !== 'object' || json === null) return
  if (!Array.isArray(json)) {
    for (const key in json) collectArrays(json[key] as Json, { at: at ? `${at}.${key}` : key, depth: depth + 1 }, found)
    return
  }
  found.add(at)
  for (const element of json) {
    if (Array.isArray(element)) throw new StorageRefusal(`an array inside an array at ${at}`)
    collectArrays(element, { at, depth: depth + 1 }, found)
  }
}
