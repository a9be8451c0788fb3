import { activities, activityTypes } from '../../course/vocabulary.ts'
import type { Lrs } from '../lrs.ts'
import type { Activity } from '../xapi/types.ts'
import type { Labels } from './labels.ts'
import type { Directory } from './pseudonyms.ts'
import { type Selection, verbParameter } from './selection.ts'
import { verbText } from './sentence.ts'
import { activityName, counted, shortened } from './words.ts'

export interface MenuOption {
  value: string
  text: string
  selected: boolean
}

/** The filters' menus: what there is to choose in this municipality, with what is chosen marked. */
export interface Menus {
  people: MenuOption[]
  verbs: MenuOption[]
  activities: MenuOption[]
  modules: MenuOption[]
  questions: MenuOption[]
  /** `Alla, 48 personer` */
  everybody: string
}

export interface MenuSources {
  lrs: Lrs
  labels: Labels
  directory: Directory
  municipality: string
}

const LONGEST_OPTION = 70

/** A chosen value that the municipality has no statement of stands in its menu too: the page shows what was asked for. */
export async function readMenus(sources: MenuSources, selection: Selection): Promise<Menus> {
  const { lrs, labels, directory, municipality } = sources
  const distinct = (field: 'verb' | 'object' | 'module' | 'question') =>
    lrs.statements.distinctFacts(municipality, field)
  const [verbs, objects, modules, questions] = await Promise.all([
    distinct('verb'),
    distinct('object'),
    distinct('module'),
    distinct('question'),
  ])
  const [activityOptions, moduleOptions, questionOptions] = await Promise.all([
    readActivities(sources, objects),
    withTexts(modules, (id) => labels.module(municipality, id)),
    withTexts(questions, async (id) => questionText(id, await labels.question(municipality, id))),
  ])
  const verbOptions = verbs.map((iri) => ({ value: verbParameter(iri), text: verbText({ id: iri }) }))
  return {
    people: marked(
      directory.actors.map((name) => ({ value: name, text: name })),
      selection.person,
    ),
    verbs: marked(verbOptions, selection.verb),
    activities: marked(activityOptions, selection.activity),
    modules: marked(moduleOptions, selection.module),
    questions: marked(questionOptions, selection.question),
    everybody: `Alla, ${counted(directory.actors.length, 'person', 'personer')}`,
  }
}

type Choice = Omit<MenuOption, 'selected'>

async function withTexts(values: string[], textOf: (value: string) => Promise<string>): Promise<Choice[]> {
  const choices = await Promise.all(values.map(async (value) => ({ value, text: await textOf(value) })))
  return choices.sort((a, b) => a.value.localeCompare(b.value, 'sv', { numeric: true }))
}

/** A question's own text, or its id where nothing has told it. */
export function questionText(id: string, question: Activity | undefined): string {
  return question === undefined ? id : activityName(question)
}

const typeNames: Record<string, string> = {
  [activityTypes.course]: 'Kursen',
  [activityTypes.module]: 'Modulen',
  [activityTypes.assessment]: 'Provet',
  [activityTypes.simulation]: 'Scenariot',
}

/** Everything that has been an object but the course's own questions, which have a menu of their own. */
async function readActivities({ labels, municipality }: MenuSources, objects: string[]): Promise<Choice[]> {
  const others = objects.filter((id) => !id.startsWith(activities.question('')))
  const found = await Promise.all(others.map((id) => labels.activity(municipality, id)))
  return found
    .filter((activity) => activity !== undefined)
    .map((activity) => ({ value: activity.id, text: activityLabel(activity) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'sv', { numeric: true }))
}

/** `Modulen Många dörrar in` */
export function activityLabel(activity: Activity): string {
  const type = typeNames[activity.definition?.type ?? '']
  return type === undefined ? activityName(activity) : `${type} ${activityName(activity)}`
}

function marked(choices: Choice[], chosen: string | undefined): MenuOption[] {
  const missing = chosen === undefined || choices.some(({ value }) => value === chosen) ? [] : [chosen]
  return [...choices, ...missing.map((value) => ({ value, text: value }))].map(({ value, text }) => ({
    value,
    text: shortened(text, LONGEST_OPTION),
    selected: value === chosen,
  }))
}
