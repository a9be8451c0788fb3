import { expect } from 'chai'
import type { XapiVersion } from '../../lrs/accounts/access.ts'
import { validateStatement } from '../../lrs/xapi/statement.ts'
import { type Json, statement } from './statement.ts'

/** One rule of the specification, shown by statements that keep it and statements that break it. */
export interface GrammarRule {
  rule: string
  /** What the issue's requirement contains. */
  requirement: string
  /** Changes to a valid statement. */
  keeps: Json[]
  /** Changes, and the issue's path after `statement`. */
  breaks: [change: Json, path: string][]
  /** False for what a sub-statement has no place for. */
  inSubStatement?: boolean
}

/** Checks each rule in a statement and, where it holds there too, in a sub-statement (Data 2.4.4.3). */
export function checkRules(rules: GrammarRule[], versions: XapiVersion[] = ['1.0.3', '2.0.0']): void {
  for (const { rule, requirement, keeps, breaks, inSubStatement = true } of rules) {
    for (const version of versions) {
      it(`${rule} (${version})`, () => {
        for (const change of keeps) expectValid(statement(change), version)
        for (const [change, path] of breaks) {
          expectIssue(statement(change), { version, path: `statement${path}`, requirement })
          if (!inSubStatement) continue
          expectIssue(statement({ object: subStatement(change) }), {
            version,
            path: `statement.object${path}`,
            requirement,
          })
        }
        if (inSubStatement)
          for (const change of keeps) expectValid(statement({ object: subStatement(change) }), version)
      })
    }
  }
}

export function subStatement(change: Json = {}): Json {
  return { objectType: 'SubStatement', ...statement({ id: undefined, ...change }) }
}

function expectValid(value: Json, version: XapiVersion): void {
  expect(validateStatement(value, version), JSON.stringify(value)).to.deep.equal([])
}

function expectIssue(value: Json, expected: { version: XapiVersion; path: string; requirement: string }): void {
  const issues = validateStatement(value, expected.version)
  const about = `${JSON.stringify(value)}: ${JSON.stringify(issues)}`
  expect(
    issues.map(({ path }) => path),
    about,
  ).to.include(expected.path)
  const issue = issues.find(({ path }) => path === expected.path)
  expect(issue?.requirement, about).to.include(expected.requirement)
  expect(issue?.message, about).to.match(/^(must|is|has|may|holds|names) /)
}
