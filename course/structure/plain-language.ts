import { dirname } from 'node:path'
import type { Issue, Prose } from './findings.ts'

/** Klarspråk, as the course promises: an average sentence of 15 words or fewer in each module, and none over 25. */
export const longestAverage = 15
export const longestSentence = 25

/** A full stop after these ends no sentence. */
const abbreviations = /\b(t\.ex|bl\.a|d\.v\.s|m\.fl|m\.m|s\.k|kap|kl|art|prop|st|nr|ca|jfr|tel)\.(?=\s)/gi

/**
 * The sentences of a running text. `12 kap. 2 §`, `t.ex.`, `kl. 10` and `2010:900` end none; a closing quotation mark or
 * bracket belongs to the sentence before it. A text that ends without a full stop is a label, and its last piece is left out.
 */
export function sentencesIn(text: string): string[] {
  const masked = text.replace(abbreviations, (found) => found.replaceAll('.', '·'))
  return [...masked.matchAll(/\S[\s\S]*?[.?!][”’")]*(?=\s|$)/g)].map(([sentence]) => sentence.replace(/\s+/g, ' '))
}

/** Words as they are read aloud: `FL 6 §` is two, `10–20` one, a dash or a lone section mark none. */
export const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** What is too long to be read once, each at its line, and each module (a folder of files) that is too long on average. */
export function checkPlainLanguage(prose: readonly Prose[]): Issue[] {
  const folders = Map.groupBy(prose, ({ file }) => dirname(file))
  return [...folders.values()].flatMap((texts) => [...texts.flatMap(longSentences), ...longOnAverage(texts)])
}

function longSentences({ text, file, line }: Prose): Issue[] {
  return sentencesIn(text)
    .filter((sentence) => wordsIn(sentence) > longestSentence)
    .map((sentence) => ({
      file,
      line,
      severity: 'error',
      message: `Meningen har ${wordsIn(sentence)} ord: ”${sentence.slice(0, 40)}…” Högst ${longestSentence}. Dela den.`,
    }))
}

function longOnAverage(texts: Prose[]): Issue[] {
  const lengths = texts.flatMap(({ text }) => sentencesIn(text).map(wordsIn))
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  const [first] = texts
  if (!first || !(average > longestAverage)) return []
  const told = average.toFixed(1).replace('.', ',')
  return [
    {
      file: first.file,
      line: 1,
      severity: 'error',
      message: `Modulens meningar har ${told} ord i snitt. Högst ${longestAverage}. Dela de längsta.`,
    },
  ]
}
