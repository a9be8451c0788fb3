/** The same order for the same seed, in any session and browser. */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const order = [...items]
  const next = randomFrom(seed)
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const [a, b] = [order[i] as T, order[j] as T]
    order[i] = b
    order[j] = a
  }
  return order
}

/** Never the order given: what is to be sorted must not lie sorted. */
export function disordered<T>(items: readonly T[], seed: string): T[] {
  const order = shuffled(items, seed)
  const [first, ...rest] = order
  return items.length > 1 && first !== undefined && order.every((item, i) => item === items[i])
    ? [...rest, first]
    : order
}

/** Numbers 0–1 from a text (FNV-1a, then mulberry32). */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
