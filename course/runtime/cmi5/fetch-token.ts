import { LrsRefusal, send } from '../xapi/lrs.ts'

/** The fetch URL has given this session's token before: the session cannot be taken up again. */
export class TokenUsed extends Error {}

/** POSTs the fetch URL, which answers once (cmi5 8.2). Throws `TokenUsed` or an LrsRefusal. */
export async function fetchToken(url: string): Promise<string> {
  const { data } = await send<Record<string, string>>({ url, method: 'POST', headers: {}, data: undefined }, false)
  const token = data?.['auth-token']
  if (token) return token
  const text = data?.['error-text'] ?? ''
  throw data?.['error-code'] === '1' ? new TokenUsed(text) : new LrsRefusal(0, text)
}
