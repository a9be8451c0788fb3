/** Keeps what is written with console.error while `run` runs, and returns its lines. */
export async function standardErrorOf(run: () => unknown): Promise<string[]> {
  const original = console.error
  const lines: string[] = []
  console.error = (...values: unknown[]) => void lines.push(values.join(' '))
  try {
    await run()
  } finally {
    console.error = original
  }
  return lines
}
