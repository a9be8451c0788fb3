import type { Issue } from '../course/structure/findings.ts'

/** Why nothing was built. `file` and `line` are the first mistake's; `issues` are all of them. Nothing in dist has changed. */
export class BuildError extends Error {
  readonly issues: Issue[]
  readonly file: string | undefined
  readonly line: number | undefined

  constructor(message: string, { issues = [], cause }: { issues?: Issue[]; cause?: unknown } = {}) {
    super(message, { cause })
    this.name = 'BuildError'
    this.issues = issues
    this.file = issues[0]?.file
    this.line = issues[0]?.line
  }
}
