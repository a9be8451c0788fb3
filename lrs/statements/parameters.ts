/** The query of an address as it was written: unlike `req.query` it tells a repeated parameter from a list. */
export function parametersOf(address: string): URLSearchParams {
  const start = address.indexOf('?')
  return new URLSearchParams(start === -1 ? '' : address.slice(start + 1))
}
