import type { Access } from '../accounts/access.ts'
import { type Issue, LrsError } from '../errors.ts'
import { isActivity, type Statement, type SubStatement } from '../xapi/types.ts'

/**
 * A credential with an activity prefix writes about activities whose id begins so, and about nothing else: no agent, and no
 * other statement, so that it cannot void either. Ids are compared character by character.
 *
 * @param paths what each statement is called in the issues
 * @throws LrsError `forbidden`
 */
export function checkPrefix(statements: Statement[], paths: string[], { activityPrefix }: Access): void {
  if (activityPrefix === undefined) return
  const issues = statements.flatMap((statement, index) => prefixIssues(statement, paths[index] ?? '', activityPrefix))
  if (issues.length === 0) return
  throw new LrsError('forbidden', `This credential writes only about activities that begin with ${activityPrefix}.`, {
    issues: issues.slice(0, 20),
  })
}

function prefixIssues({ object }: Statement | SubStatement, path: string, prefix: string): Issue[] {
  if (object.objectType === 'SubStatement') return prefixIssues(object, `${path}.object`, prefix)
  if (isActivity(object) && object.id.startsWith(prefix)) return []
  const message = `must be an activity whose id begins with ${prefix}`
  return [{ path: `${path}.object`, message, requirement: 'Communication 4.2' }]
}
