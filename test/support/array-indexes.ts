/**
 * What holds for arrays of both SCORM data models: indexes count up without gaps, and an entry begins with its id (1.2 RTE
 * 3.4.3, 2004 RTE 4.1.1.3).
 */
export class ArrayIndexes {
  private readonly counts = new Map<string, number>()

  /** What an earlier session left: new entries go on from there. */
  known(list: string, count: number) {
    this.counts.set(list, count)
  }

  /** The breach in setting this element, if any. */
  breach(element: string): string | undefined {
    let path = ''
    const parts = element.split('.')
    for (const [at, part] of parts.entries()) {
      if (/^\d+$/.test(part)) {
        const known = this.counts.get(path) ?? 0
        const index = Number(part)
        if (index > known) return `${element}: index ${index} leaves a gap, ${known} are known`
        const mayBegin = parts[at + 1] === 'id' || path.endsWith('correct_responses')
        if (index === known && !mayBegin) return `${element}: entry ${index} begins without its id`
        if (index === known) this.counts.set(path, known + 1)
      }
      path = path ? `${path}.${part}` : part
    }
    return undefined
  }
}
