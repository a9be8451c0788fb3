import { verbs } from '../../course/vocabulary.ts'
import { isActivity, type Statement } from '../xapi/types.ts'

/** What came of it, in a word, and how it is marked beside the word. */
export interface Outcome {
  text: string
  mark: 'right' | 'wrong' | 'part'
}

const right = (text: string): Outcome => ({ text, mark: 'right' })
const wrong = (text: string): Outcome => ({ text, mark: 'wrong' })

/** `Rätt`, `Inte rätt`, `Delvis` (a scenario's middle way), `Godkänd`, `Inte godkänd`, `Klar`; undefined when nothing was judged. */
export function outcome(statement: Statement): Outcome | undefined {
  const { verb, result } = statement
  if (verb.id === verbs.passed) return right('Godkänd')
  if (verb.id === verbs.failed) return wrong('Inte godkänd')
  if (result?.success !== undefined) return result.success ? right('Rätt') : wrong('Inte rätt')
  if (verb.id === verbs.answered && hasKey(statement)) return { text: 'Delvis', mark: 'part' }
  if (verb.id === verbs.completed || result?.completion === true) return right('Klar')
  return undefined
}

/** A question with a key whose answer is neither right nor wrong is one in between. */
function hasKey({ object, result }: Statement): boolean {
  if (result?.response === undefined || !isActivity(object)) return false
  return (object.definition?.correctResponsesPattern?.length ?? 0) > 0
}
