import type { Findings } from './findings.ts'
import { parsePicture, parseRevision } from './page.ts'
import type { Door, DoorQuestion, DoorTool } from './types.ts'
import { type Fields, parseYaml } from './yaml-fields.ts'

interface Known {
  doors: Door[]
  findings: Findings
}

interface StateDoor {
  id: string
  name: string
}

/** dorrar.yaml, "Vilken dörr?": a part with one quiz, whose questions all have the municipality's doors as their options. */
export function parseDoorTool(text: string, file: string, { doors, findings }: Known): DoorTool | undefined {
  const fields = parseYaml(text, { file, findings })
  if (!fields) return undefined
  const part = {
    id: fields.id('id', 'module'),
    title: fields.text('titel'),
    minutes: fields.integer('minuter', { min: 1, max: 600 }),
    picture: fields.has('bild') ? parsePicture(fields.map('bild')) : undefined,
  }
  const id = `${part.id}-ova`
  findings.define('page', id, fields.place())
  const revision = parseRevision(fields)
  const state = fields.list('statliga').map(parseStateDoor)
  const questions = fields.list('fragor').map((row) => parseQuestion(row, doors, state))
  fields.close()
  return { ...part, pages: [{ kind: 'quiz', id, title: part.title, revision, questions }] }
}

function parseStateDoor(fields: Fields): StateDoor {
  const door = { id: fields.id('id', 'door'), name: fields.text('namn') }
  fields.close()
  return door
}

function parseQuestion(fields: Fields, doors: Door[], state: StateDoor[]): DoorQuestion {
  const base = {
    id: fields.id('id', 'question'),
    revision: parseRevision(fields),
    text: fields.text('fraga'),
    sources: fields.references('kalla', 'source'),
  }
  const contacts = fields.list('dorrar').map((row) => parseContact(row, doors))
  const others = fields.has('statliga') ? fields.list('statliga').map((row) => parseContact(row, state)) : []
  const referral = fields.optionalText('remiss')
  fields.close()
  const why = (id: string, among: Contact[]) => among.find(({ door }) => door === id)?.why
  const first = doors.findIndex(({ id }) => id === contacts[0]?.door)
  return {
    ...base,
    type: 'doors',
    objective: '',
    options: doors.map(({ id, code, name, answersFor }, n) => ({
      id: letter(n),
      code,
      text: name,
      right: why(id, contacts) !== undefined,
      feedback: why(id, contacts) ?? `Svarar för ${answersFor}.`,
    })),
    first: letter(Math.max(first, 0)),
    state: state.map(({ id, name }) => ({ name, why: why(id, others) })),
    referral,
  }
}

/** A door's letter among the options: SCORM 1.2 has one character for each. */
const letter = (n: number) => String.fromCharCode(97 + n)

interface Contact {
  door: string
  why: string
}

function parseContact(row: Fields, known: { id: string }[]): Contact {
  const contact = { door: row.text('dorr'), why: row.text('varfor') }
  const ids = known.map(({ id }) => id)
  if (contact.door !== '' && !ids.includes(contact.door))
    row.error('dorr', `Dörren ”${contact.door}” finns inte. Välj bland: ${ids.join(', ')}.`)
  row.close()
  return contact
}
