import type { Target } from '../target.ts'

/** The course that our own server hosts: an unpacked folder, launched with cmi5's parameters, without a manifest of its own. */
export const hosted: Target = {
  name: 'hosted',
  tracker: 'cmi5',
  statementTexts: true,
  output: { kind: 'folder', name: 'hosted' },
  describe: () => new Map(),
  check: async () => [],
}
