import type { Findings, Place } from './findings.ts'
import { parseRevision } from './page.ts'
import { noteDoubles, optionId } from './quiz.ts'
import { findDeadEnds } from './scenario-paths.ts'
import type { Choice, Scenario, ScenarioPage, ScenarioStep } from './types.ts'
import type { Fields, Placed } from './yaml-fields.ts'

/** What `nasta` says where a path ends. */
const end = 'slut'

/** A scenario page in annex A's keys, with `etikett` for the row of doors and `slut` for the three endings. */
export function parseScenario(fields: Fields, id: string, findings: Findings): ScenarioPage {
  findings.define('page', id, fields.place())
  const scenario: Scenario = {
    id: fields.id('id', 'scenario'),
    title: fields.text('titel'),
    role: fields.text('roll'),
    objectives: fields.references('mal', 'objective'),
    steps: [],
    endings: parseEndings(fields.map('slut')),
  }
  const nodes = fields.list('noder').map((node) => parseStep(node))
  scenario.steps = nodes.map(({ step }) => step)
  for (const { place, message } of findDeadEnds(nodes)) findings.error(place, message)
  const page: ScenarioPage = { kind: 'scenario', id, title: scenario.title, revision: parseRevision(fields), scenario }
  fields.close()
  return page
}

/** A step with what the search for dead ends needs: where it is written, and where each choice leads. */
export interface PlacedStep {
  step: ScenarioStep
  place: Place
  exits: Placed<string | undefined>[]
}

function parseStep(fields: Fields): PlacedStep {
  const place = fields.place('id')
  const exits: PlacedStep['exits'] = []
  const step: ScenarioStep = {
    id: fields.id('id', 'question'),
    label: fields.text('etikett'),
    line: fields.spoken('replik'),
    ...parseLanguage(fields),
    sources: fields.references('kalla', 'source'),
    revision: parseRevision(fields),
    choices: fields.list('val').map((choice) => {
      const read = parseChoice(choice)
      exits.push({ value: read.next, place: choice.place('nasta') })
      return read
    }),
  }
  const best = step.choices.filter((choice) => choice.points === 2).length
  if (best !== 1) fields.error('val', `Steget ${step.id} ska ha ett val med poang: 2, men har ${best}. Ändra poängen.`)
  if (step.choices.length === 1) fields.error('val', `Steget ${step.id} har bara ett val. Skriv minst två.`)
  noteDoubles(
    step.choices.map(({ id }) => id),
    { key: 'val', fields },
  )
  fields.close()
  return { step, place, exits }
}

function parseLanguage(fields: Fields): { language?: string } {
  const language = fields.optionalText('sprak')
  if (language === undefined) return {}
  if (!/^[a-z]{2}$/.test(language)) fields.error('sprak', `Språket skrivs med två bokstäver, till exempel sprak: en.`)
  return { language }
}

function parseChoice(fields: Fields): Choice {
  const next = fields.text('nasta')
  const choice: Choice = {
    id: optionId(fields),
    text: fields.text('text'),
    points: fields.integer('poang', { min: 0, max: 2 }) as 0 | 1 | 2,
    consequence: fields.text('konsekvens'),
    feedback: fields.text('feedback'),
    next: next === end ? undefined : next,
  }
  fields.close()
  return choice
}

function parseEndings(fields: Fields | undefined): Scenario['endings'] {
  const endings = {
    good: fields?.text('bra') ?? '',
    fair: fields?.text('ok') ?? '',
    redo: fields?.text('gor_om') ?? '',
  }
  fields?.close()
  return endings
}
