/** What went wrong, in the domain's words; middleware/errors.ts turns the code into an HTTP status. */
export type ErrorCode =
  | 'invalid' // the request breaks the specification
  | 'unauthorized' // no or wrong credentials
  | 'forbidden' // known, but not allowed
  | 'not-found'
  | 'method-not-allowed' // the resource has no such method
  | 'conflict' // another thing with the same id, or a document that exists
  | 'precondition-failed' // If-Match or If-None-Match does not hold
  | 'too-large'
  | 'too-many-requests'
  | 'unavailable' // the store cannot answer now

/** One broken rule: where in the statement or request, what to do, and the requirement it comes from. */
export interface Issue {
  /** `statement.actor.mbox`, `[3].verb.id`, `query.limit` */
  path: string
  message: string
  /** Section of the specification or its requirement id, `Data 2.4.2.1`, `XAPI-00012`. */
  requirement?: string
}

export class LrsError extends Error {
  readonly code: ErrorCode
  readonly issues: Issue[]

  constructor(code: ErrorCode, message: string, options: { issues?: Issue[]; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.issues = options.issues ?? []
  }
}
