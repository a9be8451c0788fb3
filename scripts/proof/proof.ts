/** Something that takes too long for `npm test`. */
export interface Proof {
  /** The section's heading in the report. */
  title: string
  /**
   * Shows it, and returns what was done and found as Markdown lines.
   *
   * @throws when it does not hold
   */
  run(): Promise<string[]>
}

/** Tells on a terminal how far a proof is. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}
