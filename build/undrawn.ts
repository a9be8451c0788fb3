import { drawnSteps } from '../course/pictures/scene.ts'
import type { Issue, Named } from '../course/structure/findings.ts'
import type { ParsedCourse } from '../course/structure/parse.ts'

/** On the cover's street. */
const houses = 12

/** What the pictures lack for this course, each at its line: it is built all the same. */
export function undrawn({ course: { modules }, findings: { definitions } }: ParsedCourse): Issue[] {
  const steps = modules.flatMap(({ pages }) =>
    pages.flatMap((page) => (page.kind === 'scenario' ? page.scenario.steps.map(({ id }) => id) : [])),
  )
  const bare = steps.filter((id) => !drawnSteps.includes(id))
  const homeless = modules.filter(({ number }) => number > houses).map(({ id }) => id)
  return [
    ...named(definitions, 'question', bare).map((step) =>
      warning(step, `Steget ${step.id} har ingen egen scen. En neutral bild visas.`),
    ),
    ...named(definitions, 'module', homeless).map((module) =>
      warning(module, `Gatan på omslaget har ${houses} hus. ${module.id} får inget hus, men står i innehållet.`),
    ),
  ]
}

const named = (definitions: Named[], kind: Named['kind'], ids: string[]) =>
  definitions.filter((definition) => definition.kind === kind && ids.includes(definition.id))

const warning = ({ file, line }: Named, message: string): Issue => ({ file, line, severity: 'warning', message })
