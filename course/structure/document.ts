import type { Findings } from './findings.ts'
import { parsePicture, parseRevision } from './page.ts'
import { optionId, parseBase, parseQuestion } from './quiz.ts'
import type { DocumentPage, MarkQuestion, Sheet, SheetLine, WriteQuestion } from './types.ts'
import type { Fields } from './yaml-fields.ts'

/** Every part that can be marked has a letter of its own, over all sheets. */
const mostParts = 26

/** A document page: `titel`, what to mark (`markera`), and what comes of it: questions (`sedan`), a text to write (`skriv`), or both. */
export function parseDocument(fields: Fields, id: string, findings: Findings): DocumentPage {
  findings.define('page', id, fields.place())
  const page: DocumentPage = {
    kind: 'document',
    id,
    title: fields.text('titel'),
    revision: parseRevision(fields),
    questions: [
      ...oneIn(fields.map('markera'), (mark) => parseMark(mark, findings)),
      ...(fields.has('sedan') ? fields.list('sedan').flatMap((each) => parseQuestion(each, findings)) : []),
      ...(fields.has('skriv') ? oneIn(fields.map('skriv'), (write) => parseWrite(write, findings)) : []),
    ],
  }
  if (!fields.has('sedan') && !fields.has('skriv'))
    fields.error(undefined, 'Efter markeringen kommer något att göra. Lägg till sedan (frågor) eller skriv (en text).')
  fields.close()
  return page
}

const oneIn = <T>(fields: Fields | undefined, parse: (fields: Fields) => T): T[] => (fields ? [parse(fields)] : [])

function parseMark(fields: Fields, findings: Findings): MarkQuestion {
  const question: MarkQuestion = {
    ...parseBase(fields, findings),
    type: 'mark',
    setting: fields.text('lage'),
    sheets: fields.list('dokument').map(parseSheet),
  }
  const parts = question.sheets.flatMap(({ lines }) => lines.flatMap(({ part }) => part ?? []))
  if (!parts.some(({ fault }) => fault))
    fields.error('dokument', 'Inget är fel i dokumenten. Sätt fel: true på en rad.')
  if (parts.length > 0 && parts.every(({ fault }) => fault))
    fields.error('dokument', 'Allt som går att markera är fel. Gör minst en rad till som är i sin ordning.')
  if (parts.length > mostParts)
    fields.error(
      'dokument',
      `${parts.length} rader går att markera. Högst ${mostParts} får plats. Ta bort id på några.`,
    )
  const double = parts.find(({ id }, n) => parts.findIndex((part) => part.id === id) < n)
  if (double) fields.error('dokument', `”${double.id}” är id på två rader. Ändra det ena.`)
  fields.close()
  return question
}

function parseSheet(fields: Fields): Sheet {
  const sheet: Sheet = {
    kind: fields.text('slag'),
    title: fields.text('titel'),
    ...(fields.has('bild') ? { picture: parsePicture(fields.map('bild')) } : {}),
    lines: fields.list('rader').map(parseLine),
  }
  fields.close()
  return sheet
}

/** What stands in a paper is its writer's: the course's own way of writing does not bind it. */
function parseLine(fields: Fields): SheetLine {
  const heading = fields.has('rubrik')
  const line: SheetLine = {
    text: fields.spoken(heading ? 'rubrik' : 'text'),
    ...(heading ? { heading } : {}),
    ...(fields.has('etikett') ? { label: fields.spoken('etikett') } : {}),
    ...(fields.has('belopp') ? { amount: fields.spoken('belopp') } : {}),
    ...(fields.has('plats') ? { place: fields.integer('plats', { min: 1, max: 99 }) } : {}),
    ...(fields.has('id')
      ? { part: { id: optionId(fields), fault: fields.flag('fel') === true, feedback: fields.text('feedback') } }
      : {}),
  }
  fields.close()
  return line
}

/** A text to write, to compare and to judge oneself: the points of `jamfor` get the letters a, b, c … */
export function parseWrite(fields: Fields, findings: Findings): WriteQuestion {
  const question: WriteQuestion = {
    ...parseBase(fields, findings),
    type: 'write',
    model: fields.texts('forslag').map(({ value }) => value),
    checklist: fields.texts('jamfor').map(({ value }, n) => ({ id: String.fromCharCode(97 + n), text: value })),
  }
  fields.close()
  return question
}
