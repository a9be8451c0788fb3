import Handlebars from 'handlebars'
import { doorGlyph, halfStreet, scene } from '../course/pictures/drawing.ts'
import {
  type CaseResultPage,
  type Course,
  type Module,
  type Page,
  type Part,
  partsOf,
  type ReadingPage,
  type ScenarioStep,
  type Source,
  type Term,
  type Tool,
} from '../course/structure/types.ts'
import { courseData } from './course-data.ts'
import { examLink, examModule, pretestView, taskViews } from './exam-view.ts'
import { doorView, lookups } from './lookups.ts'
import { pictureView, questionViews } from './question-view.ts'
import { usedSources } from './review/places.ts'
import type { Target } from './targets/target.ts'
import { markTerms } from './terms.ts'
import type {
  CaseResultView,
  ChoiceView,
  CourseView,
  Html,
  LawView,
  ModuleView,
  PageContent,
  PageLink,
  PageView,
  PartView,
  SourceView,
  StepView,
  ToolView,
} from './view.ts'
import { monthInWords } from './words.ts'

const html = (text: string): Html => new Handlebars.SafeString(text)

/** Prepares the course for the templates: everything is looked up and drawn here, so that they only place it. */
export function composeView(course: Course, target: Target): CourseView {
  const { language, title, version, lawDate, contact, licence } = course
  const modules = course.modules.map(moduleView)
  const used = usedSources(course)
  return {
    language,
    title,
    version,
    lawDate,
    lawDateInWords: monthInWords(lawDate),
    contact,
    licence,
    target: target.name,
    modules,
    municipality: course.municipality?.name,
    logo: course.municipality?.logo?.file,
    doors: course.municipality?.doors.map((door) => doorView(door, course.doors)) ?? [],
    finalCase: course.finalCase && { title: course.finalCase.title, page: course.finalCase.pages[0]?.id },
    pages: partsOf(course).flatMap((part) =>
      pageViews(part, modules.find(({ id }) => id === part.id) ?? partView(part), course),
    ),
    tasks: [course.pretest, course.test].flatMap((part) => taskViews(part, course.sources)),
    pretest: examLink(course.pretest),
    test: examLink(course.test),
    sources: course.sources.filter(({ id }) => used.has(id)).map(sourceView),
    glossary: course.glossary,
    lookups: lookups(course),
    doorPicture: course.doorTool?.picture && pictureView(course.doorTool.picture),
    allDoors: course.doors,
    tools: course.tools.map((tool) => toolView(tool, course.glossary)),
    street: [html(halfStreet(1, {})), html(halfStreet(2, {}))],
    data: html(scriptJson(courseData(course, { texts: target.statementTexts }))),
  }
}

/** JSON that cannot end the script element it stands in. */
const scriptJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

const moduleView = (module: Module): ModuleView => {
  const { number, written, objectives } = module
  return { ...partView(module), number, written, objectives }
}

const partView = ({ id, title, minutes, pages }: Part): PartView => ({
  id,
  title,
  minutes,
  pages: pages.map(pageLink),
  glyph: html(doorGlyph({ module: id })),
})

const pageLink = ({ id, title }: Page, n: number): PageLink => ({ id, title, number: n + 1 })

function pageViews({ pages }: Part, module: PartView, course: Course): PageView[] {
  return pages.map((page, n) => ({
    id: page.id,
    title: page.title,
    number: n + 1,
    count: pages.length,
    module,
    previous: module.pages[n - 1],
    next: module.pages[n + 1],
    ...content(page, course),
  }))
}

function content(page: Page, course: Course): PageContent {
  switch (page.kind) {
    case 'quiz':
    case 'document':
    case 'case':
      return { kind: page.kind, questions: questionViews(page.questions, course.sources) }
    case 'pretest':
      return pretestView(page, course)
    case 'test':
      return { kind: page.kind, modules: course.modules.map(examModule) }
    case 'scenario': {
      const { id, title, role, endings, steps } = page.scenario
      return { kind: page.kind, scenario: { id, title, role, endings, steps: steps.map(stepView) } }
    }
    case 'case-result':
      return caseResultView(page, course)
    default:
      return {
        kind: page.kind,
        html: html(markTerms(page.html, course.glossary)),
        picture: page.picture && pictureView(page.picture),
        law: page.law && lawView(page.law, course.sources),
        custom: course.municipality?.customs.get(page.id),
        note: page.note,
      }
  }
}

function caseResultView({ kind, pass, rows, good, redo }: CaseResultPage, course: Course): CaseResultView {
  const pages = partsOf(course).flatMap((part) => part.pages)
  return {
    kind,
    pass,
    rows: rows.map(({ title, again }) => ({
      title,
      again: pages.filter(({ id }) => again.includes(id)).map((page) => ({ id: page.id, title: page.title })),
    })),
    good,
    redo,
  }
}

function lawView(rows: NonNullable<ReadingPage['law']>, sources: Source[]): LawView {
  const named = sources.filter(({ id }) => rows.some(({ source }) => source === id))
  const laws = [...Map.groupBy(named, ({ law, sfs }) => `${law}, ${sfs}`).values()].map((group) => {
    const [{ law, sfs } = { law: '', sfs: '' }] = group
    const oldest = group.map(({ checked }) => checked).toSorted()[0] ?? ''
    return { law, sfs, checked: monthInWords(oldest) }
  })
  return { rows: rows.map(({ label, text }) => ({ label, text })), laws }
}

function stepView({ id, label, line, language, choices }: ScenarioStep, n: number): StepView {
  const spoken = { line, ...(language === undefined ? {} : { language }) }
  return { id, number: n + 1, label, ...spoken, scene: html(scene(id)), choices: choices.map(choiceView) }
}

const outcomes = ['closed', 'ajar', 'open'] as const

function choiceView(choice: ScenarioStep['choices'][number]): ChoiceView {
  return { ...choice, outcome: outcomes[choice.points] }
}

const toolView = ({ id, title, kind, about, html: text }: Tool, glossary: Term[]): ToolView => ({
  id,
  title,
  kind,
  about,
  html: html(markTerms(text, glossary)),
})

const sourceView = ({ id, law, sfs, place, supports, checked }: Source): SourceView => ({
  id,
  law,
  sfs,
  place,
  supports,
  checked: monthInWords(checked),
})
