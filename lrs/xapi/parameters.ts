import { type Issue, LrsError } from '../errors.ts'

/** The query of an address as it was written: unlike `req.query` it tells a repeated parameter from a list. */
export function parametersOf(address: string): URLSearchParams {
  const start = address.indexOf('?')
  return new URLSearchParams(start === -1 ? '' : address.slice(start + 1))
}

/** An issue for each parameter that is not known, is written in another case or stands more than once (Communication 3.2). */
export function unknownParameters(parameters: URLSearchParams, known: string[]): Issue[] {
  const issues: Issue[] = []
  for (const name of new Set(parameters.keys())) {
    const path = `query.${name.slice(0, 120)}`
    const meant = known.find((other) => other.toLowerCase() === name.toLowerCase())
    if (meant === undefined) {
      issues.push({
        path,
        message: 'is not a parameter of this request',
        requirement: 'Communication 3.2 (XAPI-00324)',
      })
    } else if (meant !== name) {
      issues.push({ path, message: `must be written "${meant}"`, requirement: 'Communication 3.2 (XAPI-00325)' })
    } else if (parameters.getAll(name).length > 1) {
      issues.push({ path, message: 'is given more than once', requirement: 'Communication 3.2' })
    }
  }
  return issues
}

/** @throws LrsError `invalid` with these issues, where there are any */
export function refuseIfAny(issues: Issue[]): void {
  const [first] = issues
  if (first) throw new LrsError('invalid', `${first.path} ${first.message}.`, { issues: issues.slice(0, 20) })
}

/**
 * The value of the one parameter that a request has and must have.
 * @throws LrsError `invalid` when it is missing or another stands there
 */
export function onlyParameter(address: string, { name, section }: { name: string; section: string }): string {
  const parameters = parametersOf(address)
  const issues = unknownParameters(parameters, [name])
  const value = parameters.get(name) ?? ''
  if (value === '') {
    issues.push({ path: `query.${name}`, message: 'is missing', requirement: `Communication ${section}` })
  }
  refuseIfAny(issues)
  return value
}
