import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret that is shown once; only its hash is stored. */
export interface Token {
  /** 256 random bits, base64url, 43 characters. */
  token: string
  hash: string
}

export function createToken(): Token {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** SHA-256 as base64url. A slow hash protects nothing here: the token is random, nobody can guess it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Compares in constant time; false when `hash` is empty. */
export function matchesHash(token: string, hash: string): boolean {
  const given = Buffer.from(hashToken(token))
  const stored = Buffer.from(hash)
  return given.length === stored.length && timingSafeEqual(given, stored)
}
