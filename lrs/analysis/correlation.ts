/** Pearson's correlation of pairs, −1 to 1; undefined when one side is the same throughout. */
export function correlation(pairs: [number, number][]): number | undefined {
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length
  const [meanX, meanY] = [mean(0), mean(1)]
  let [xy, xx, yy] = [0, 0, 0]
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY)
    xx += (x - meanX) ** 2
    yy += (y - meanY) ** 2
  }
  return xx === 0 || yy === 0 ? undefined : xy / Math.sqrt(xx * yy)
}
