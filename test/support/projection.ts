import { extensions, verbs } from '../../course/vocabulary.ts'
import type { Cmi } from './scorm12/lms.ts'

/** What any format must tell alike of one attempt. */
export interface Projection {
  verdict: string
  scaled: number | undefined
  answers: { question: string; type: string; response: string[]; result: 'correct' | 'wrong' | 'neutral' }[]
}

/** A statement as the LRS returns it, as far as the projection reads it. */
export interface SentStatement {
  verb: { id: string }
  object: { id: string; definition?: { interactionType?: string } }
  result?: { response?: string; success?: boolean; score?: { scaled?: number } }
  context?: { contextActivities?: { category?: { id: string }[] }; extensions?: Record<string, unknown> }
  timestamp: string
}

/** SCORM 1.2: status, raw score and interactions. */
export function projectCmi(cmi: Cmi): Projection {
  return {
    verdict: cmi.core.lesson_status ?? '',
    scaled: cmi.core.score.raw === '' ? undefined : Number(cmi.core.score.raw) / 100,
    answers: Object.values(cmi.interactions).map(({ id, type, student_response, result }) => ({
      question: id,
      type,
      response: student_response
        .split(',')
        .map((part) => ({ t: 'true', f: 'false' })[type === 'true-false' ? part : ''] ?? part),
      result: result as Projection['answers'][number]['result'],
    })),
  }
}

/** xAPI: the statements of all sessions in the order of their timestamps. */
export function projectStatements(statements: SentStatement[], module: string): Projection {
  const sent = statements.toSorted((a, b) => a.timestamp.localeCompare(b.timestamp))
  const of = (verb: string) => sent.filter((statement) => statement.verb.id === verb)
  const judged = [verbs.passed, verbs.failed, verbs.completed].find((verb) =>
    of(verb).some(({ object }) => object.id !== module),
  )
  return {
    verdict: judged?.split('/').at(-1) ?? 'incomplete',
    scaled: of(verbs.completed).find(({ object }) => object.id === module)?.result?.score?.scaled,
    answers: of(verbs.answered).map(({ object, result, context }) => ({
      question: String(context?.extensions?.[extensions.question]).replaceAll('.', '_'),
      type: object.definition?.interactionType ?? '',
      response: result?.response?.split('[,]') ?? [],
      result: result?.success === undefined ? 'neutral' : result.success ? 'correct' : 'wrong',
    })),
  }
}
