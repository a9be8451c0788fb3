import type { Course } from '../course/structure/types.ts'
import {
  activityTypes,
  analystQuestions,
  base,
  extensions,
  type StatementField,
  type StatementTemplate,
  statementTemplates,
  verbs,
} from '../course/vocabulary.ts'

const inSwedish = (sv: string) => ({ sv })

/**
 * The published xAPI Profile (xAPI Profiles 1.0) as JSON-LD: our extensions, and a template for each kind of statement that the
 * course makes, naming the analyst's questions it serves. The same course gives the same bytes.
 */
export function profile({ version, lawDate }: Pick<Course, 'version' | 'lawDate'>): string {
  const id = `${base}profile`
  const scheme = `${id}/v${version}`
  const document = {
    '@context': 'https://w3id.org/xapi/profiles/context',
    id,
    type: 'Profile',
    conformsTo: 'https://w3id.org/xapi/profiles#1.0',
    prefLabel: inSwedish('Företagslots – många dörrar in'),
    definition: inSwedish('Vad kursen Företagslots berättar, och vilka frågor det svarar på.'),
    author: { type: 'Organization', name: 'Företagslots' },
    versions: [{ id: scheme, generatedAtTime: `${lawDate}-01T00:00:00Z` }],
    concepts: sentExtensions().map((name) => ({
      id: extensions[name],
      type: 'ContextExtension',
      inScheme: scheme,
      prefLabel: inSwedish(extensionWords[name].label),
      definition: inSwedish(extensionWords[name].definition),
      inlineSchema: JSON.stringify(extensionWords[name].schema),
    })),
    templates: Object.entries(statementTemplates).map(([name, template]) => templateOf(name, template, scheme)),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function templateOf(name: string, template: StatementTemplate, scheme: string) {
  const { verb, object, parent, description, always, sometimes, questions } = template
  const served = questions.map((number) => `${number}. ${analystQuestions[number]}`).join(' ')
  const rule = (field: StatementField, presence: 'included' | 'recommended') => ({
    location: fieldLocation(field, template),
    presence,
  })
  return {
    id: `${base}templates/${name}`,
    type: 'StatementTemplate',
    inScheme: scheme,
    prefLabel: inSwedish(name),
    definition: inSwedish(`${description} Svarar på: ${served}`),
    verb: verbs[verb],
    objectActivityType: activityTypes[object],
    ...(parent && { contextParentActivityType: [activityTypes[parent]] }),
    rules: [...always.map((field) => rule(field, 'included')), ...sometimes.map((field) => rule(field, 'recommended'))],
  }
}

/** Where a field stands in a statement of this template, as JSONPath. */
export function fieldLocation(field: StatementField, { object }: Pick<StatementTemplate, 'object'>): string {
  if (field === 'module') return object === 'module' ? '$.object.id' : '$.context.contextActivities.grouping[*].id'
  return isExtension(field) ? `$.context.extensions['${extensions[field]}']` : plainLocations[field]
}

type ExtensionField = StatementField & keyof typeof extensions

const isExtension = (field: StatementField): field is ExtensionField => Object.hasOwn(extensions, field)

const plainLocations: Record<Exclude<StatementField, ExtensionField | 'module'>, string> = {
  person: '$.actor.account',
  time: '$.timestamp',
  parent: '$.context.contextActivities.parent[*].id',
  name: '$.object.definition.name',
  text: '$.object.definition.description',
  choices: '$.object.definition.choices',
  source: '$.object.definition.source',
  target: '$.object.definition.target',
  key: '$.object.definition.correctResponsesPattern',
  response: '$.result.response',
  success: '$.result.success',
  duration: '$.result.duration',
  score: '$.result.score.scaled',
}

function sentExtensions(): ExtensionField[] {
  const fields = Object.values(statementTemplates).flatMap(({ always, sometimes }) => [...always, ...sometimes])
  return [...new Set<StatementField>(fields)].filter(isExtension)
}

const text = { type: 'string' }
const count = { type: 'integer', minimum: 1 }

const extensionWords: Record<ExtensionField, { label: string; definition: string; schema: object }> = {
  question: {
    label: 'fråga',
    definition: 'Frågans eller scenariostegets beteckning. Den är densamma även när texten ändras.',
    schema: text,
  },
  revision: {
    label: 'version av frågan',
    definition: 'Höjs när frågan ändras så att svaren inte går att jämföra.',
    schema: count,
  },
  try: { label: 'försök', definition: 'Vilket försök på frågan i ordningen. 1 är det första.', schema: count },
  lawDate: {
    label: 'rättsläge',
    definition: 'Månaden då lagen som kursen lär ut senast kontrollerades.',
    schema: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
  },
  originalTime: {
    label: 'hände egentligen',
    definition: 'När det hände, där det inte gick att skicka förrän i ett senare besök.',
    schema: { type: 'string', format: 'date-time' },
  },
  credit: {
    label: 'sätt att bli klar',
    definition: 'Om modulen är klar genom sina sidor eller genom förtestet.',
    schema: { enum: ['pages', 'pretest'] },
  },
  courseVersion: { label: 'kursversion', definition: 'Vilken version av kursen personen gick.', schema: text },
  confidence: {
    label: 'säkerhet',
    definition: 'Om personen sade sig vara säker på sitt svar.',
    schema: { enum: ['sure', 'unsure'] },
  },
}
