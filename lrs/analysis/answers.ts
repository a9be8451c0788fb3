import type { AnswerCount } from '../statements/store.ts'
import type { ActivityDefinition } from '../xapi/types.ts'
import { responseParts, responseTexts } from './response.ts'
import { textOf } from './words.ts'

/** How one question was answered. */
export interface QuestionResult {
  question: string
  answers: number
  firstTries: number
  firstRight: number
  /** Share 0–1 right on the first try; undefined when the selection has no first try. */
  share?: number
}

/** How often one option was chosen. */
export interface OptionResult {
  text: string
  /** Part of the right answer. */
  right: boolean
  firstTries: number
  answers: number
  /** Share 0–1 of the first tries that chose it; undefined when the selection has no first try. */
  share?: number
}

/** Per question, in the order of the questions' ids as people count (`Q-M1-2` before `Q-M1-10`). */
export function questionResults(counts: AnswerCount[]): QuestionResult[] {
  const byQuestion = Map.groupBy(counts, ({ question }) => question)
  return [...byQuestion]
    .map(([question, own]) => {
      const firsts = own.filter(({ firstTry }) => firstTry)
      const firstTries = total(firsts)
      const firstRight = total(firsts.filter(({ success }) => success === true))
      return { question, answers: total(own), firstTries, firstRight, ...shareOf(firstRight, firstTries) }
    })
    .sort((a, b) => a.question.localeCompare(b.question, 'sv', { numeric: true }))
}

const MOST_RESPONSES = 12

/**
 * Per option of one question's definition, those that nobody chose included; of pairs the right ones, then the commonest
 * wrong ones; where there are no options to choose from (order, number, free text) per whole answer. Twelve of the last two.
 */
export function optionResults(counts: AnswerCount[], definition: ActivityDefinition = {}): OptionResult[] {
  const firstTries = total(counts.filter(({ firstTry }) => firstTry))
  const options = optionsOf(definition)
  const pairs = definition.interactionType === 'matching' ? pairsOf(counts, definition) : undefined
  const results = (options ?? pairs ?? wholeAnswers(counts, definition)).map(({ text, right, matches }) => {
    const own = counts.filter(({ response }) => matches(response))
    const first = total(own.filter(({ firstTry }) => firstTry))
    return { text, right, firstTries: first, answers: total(own), ...shareOf(first, firstTries) }
  })
  if (options !== undefined) return results
  const commonest = results.toSorted((a, b) => b.answers - a.answers)
  const ordered = pairs
    ? [...results.filter(({ right }) => right), ...commonest.filter(({ right }) => !right)]
    : commonest
  return ordered.slice(0, MOST_RESPONSES)
}

interface Option {
  text: string
  right: boolean
  matches: (response: string) => boolean
}

function optionsOf(definition: ActivityDefinition): Option[] | undefined {
  const patterns = definition.correctResponsesPattern ?? []
  if (definition.interactionType === 'true-false') {
    return ['true', 'false'].map((value) => ({
      text: value === 'true' ? 'Sant' : 'Falskt',
      right: patterns.includes(value),
      matches: (response) => response === value,
    }))
  }
  if (definition.interactionType !== 'choice' || definition.choices === undefined) return undefined
  const right = new Set(patterns.flatMap(responseParts))
  return definition.choices.map(({ id, description }) => ({
    text: textOf(description) ?? id,
    right: right.has(id),
    matches: (response) => responseParts(response).includes(id),
  }))
}

/** Every pair that is right or that somebody made. */
function pairsOf(counts: AnswerCount[], definition: ActivityDefinition): Option[] {
  const right = (definition.correctResponsesPattern ?? []).flatMap(responseParts)
  const given = counts.flatMap(({ response }) => responseParts(response))
  return [...new Set([...right, ...given])].map((pair) => ({
    text: responseTexts(pair, definition).join(),
    right: right.includes(pair),
    matches: (response) => responseParts(response).includes(pair),
  }))
}

function wholeAnswers(counts: AnswerCount[], definition: ActivityDefinition): Option[] {
  return [...Map.groupBy(counts, ({ response }) => response)].map(([whole, own]) => ({
    text: responseTexts(whole, definition).join(', ') || 'Inget svar',
    right: own.some(({ success }) => success === true),
    matches: (response) => response === whole,
  }))
}

function total(counts: AnswerCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

function shareOf(part: number, whole: number): { share?: number } {
  return whole === 0 ? {} : { share: part / whole }
}
