import { conclusion, type Finding, outcomeWords } from './finding.ts'

/** What an administrator pastes into a support case: everything that was seen, in plain text. */
export function supportText(findings: Finding[], { standard, agent }: { standard: string; agent: string }): string {
  const rows = findings.map(({ what, outcome, detail }) => `${outcomeWords[outcome]}: ${what} (${detail})`)
  return [
    `Självtest av utbildningsportalen med ${standard}`,
    agent,
    '',
    conclusion(findings).sentence,
    '',
    ...rows,
  ].join('\n')
}
