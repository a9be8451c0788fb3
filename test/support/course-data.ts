import type { CourseData, ModuleData, PageData, QuestionData, TestData } from '../../course/runtime/course-data.ts'
import type { Answered, CourseEvent } from '../../course/runtime/events.ts'

const letters = 'abcdefghij'

export const choiceData = (id: string, changes: Partial<QuestionData> = {}): QuestionData => ({
  id,
  type: 'single',
  revision: 1,
  options: ['a', 'b', 'c'].map((option) => ({ id: option, text: `Svar ${option}` })),
  right: ['c'],
  objective: 'M1.1',
  text: `Vad menas med ${id}?`,
  ...changes,
})

export const orderData = (id: string, count = 4): QuestionData => {
  const ids = [...letters.slice(0, count)]
  return choiceData(id, { type: 'order', options: ids.map((item) => ({ id: item, text: `Steg ${item}` })), right: ids })
}

/** Pairs `a.1`, `b.2` … */
export const matchData = (id: string, count = 3): QuestionData => {
  const ids = [...letters.slice(0, count)]
  return choiceData(id, {
    type: 'match',
    options: ids.map((term) => ({ id: term, text: `Ord ${term}` })),
    answers: ids.map((_, n) => ({ id: String(n + 1), text: `Mening ${n + 1}` })),
    right: ids.map((term, n) => `${term}.${n + 1}`),
  })
}

export const numericData = (id: string, right = '24', tolerance?: number): QuestionData =>
  choiceData(id, { type: 'numeric', options: [], right: [right], ...(tolerance === undefined ? {} : { tolerance }) })

export const trueFalseData = (id: string, right: 'true' | 'false' = 'false'): QuestionData =>
  choiceData(id, {
    type: 'truefalse',
    options: [
      { id: 'true', text: 'Sant' },
      { id: 'false', text: 'Falskt' },
    ],
    right: [right],
  })

export const pageData = (id: string, changes: Partial<PageData> = {}): PageData => ({
  id,
  kind: 'reading',
  title: `Sidan ${id}`,
  questions: [],
  ...changes,
})

/** A scenario like S1 of the course: a good first choice leads to step 2, the others to step 3. */
export const scenarioData = (module: string): PageData => {
  const id = `S${module.slice(1)}`
  const step = (number: number, options: QuestionData['options']): QuestionData => ({
    id: `${id}-${number}`,
    type: 'step',
    revision: 1,
    options,
    right: options.filter(({ points }) => points === 2).map((option) => option.id),
    text: `Replik ${number}`,
  })
  return pageData(`${module}-scenario`, {
    kind: 'scenario',
    scenario: id,
    title: 'Snickaren i fel reception',
    questions: [
      step(1, [
        { id: 'a', points: 2, next: `${id}-2`, text: 'Du har kommit rätt' },
        { id: 'b', points: 1, next: `${id}-3`, text: 'Det är nära' },
        { id: 'c', points: 0, next: `${id}-3`, text: 'Ring växeln' },
      ]),
      step(2, [
        { id: 'a', points: 0, text: 'Det går bra' },
        { id: 'b', points: 2, text: 'Det avgör inte jag' },
      ]),
      step(3, [
        { id: 'a', points: 0, text: 'Mejla' },
        { id: 'b', points: 2, text: 'Nu tar jag frågan' },
      ]),
    ],
  })
}

export const moduleData = (id: string, changes: Partial<ModuleData> = {}): ModuleData => ({
  id,
  title: `Modul ${id}`,
  minutes: 11,
  written: true,
  pages: [
    scenarioData(id),
    pageData(`${id}-historien`),
    pageData(`${id}-quiz`, {
      kind: 'quiz',
      title: 'Fyra frågor',
      questions: [
        choiceData(`Q-${id}-1`),
        trueFalseData(`Q-${id}-2`),
        orderData(`Q-${id}-3`),
        choiceData(`Q-${id}-4`, {
          type: 'multi',
          options: ['a', 'b', 'c', 'd'].map((option) => ({ id: option, text: `Svar ${option}` })),
          right: ['a', 'b', 'd'],
        }),
      ],
    }),
    pageData(`${id}-kom-ihag`, { kind: 'card', title: 'Kom ihåg' }),
  ],
  ...changes,
})

/** A final test of 30 tasks, without its pool. */
export const testData = (changes: Partial<TestData> = {}): TestData => ({
  id: 'T',
  title: 'Slutprov',
  minutes: 22,
  passMark: 0.8,
  pool: [],
  essential: [],
  permits: [],
  pages: [],
  ...changes,
})

export const courseData = (changes: Partial<CourseData> = {}): CourseData => ({
  id: 'foretagslots',
  title: 'Många dörrar in',
  version: '0.1.0',
  lawDate: '2026-11',
  modules: [moduleData('M1'), moduleData('M2', { written: false, pages: [] })],
  extras: ['verktyg', 'om'],
  ...changes,
})

export const at = '2026-11-24T08:00:00.000Z'

export const answered = (question: string, changes: Partial<Answered & { at: string }> = {}): CourseEvent => ({
  kind: 'answered',
  at,
  module: 'M1',
  page: question.startsWith('S') ? 'M1-scenario' : 'M1-quiz',
  question,
  revision: 1,
  response: ['c'],
  result: 'correct',
  try: 1,
  seconds: 12.5,
  ...changes,
})

export const pageSeen = (page: string, module = 'M1'): CourseEvent => ({ kind: 'page-seen', at, module, page })

/** Everything in a module done at once: all pages seen, the scenario taken to a good end, each question answered once. */
export function moduleTaken(module = 'M1', results: Answered['result'][] = []): CourseEvent[] {
  const scenario = `S${module.slice(1)}`
  const step = (number: number, choice: string): CourseEvent =>
    answered(`${scenario}-${number}`, { module, page: `${module}-scenario`, response: [choice] })
  return [
    { kind: 'module-started', at, module },
    ...['scenario', 'historien', 'quiz', 'kom-ihag'].map((page) => pageSeen(`${module}-${page}`, module)),
    step(1, 'a'),
    step(2, 'b'),
    ...[1, 2, 3, 4].map((number) =>
      answered(`Q-${module}-${number}`, {
        module,
        page: `${module}-quiz`,
        response: [['c'], ['false'], ['a', 'b', 'c', 'd'], ['a', 'b', 'd']][number - 1] ?? [],
        result: results[number - 1] ?? 'correct',
      }),
    ),
  ]
}
