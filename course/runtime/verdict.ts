/** Where the learner stands: the one table in the packages' design, read by every tracker in its own words. */
export interface Verdict {
  /** Every part in the package is done. */
  completed: boolean
  /** Undefined until a test says something; a package without a test never says. */
  passed?: boolean
  /** Share 0–1, floor to two decimals; undefined before the first scored moment. */
  scaled?: number
  /** Module id to its own standing. */
  modules: Record<string, { started: boolean; completed: boolean; scaled?: number }>
}
