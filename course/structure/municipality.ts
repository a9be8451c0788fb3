import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { Findings } from './findings.ts'
import { readSource } from './read-source.ts'
import type { Course, Custom, LocalDoor, Logo, Municipality, Thresholds } from './types.ts'
import { type Fields, type Placed, parseYaml } from './yaml-fields.ts'

/** What a municipality's file is checked against. */
type Known = Pick<Course, 'modules' | 'doors'>

/**
 * Reads one municipality's file (course/municipalities/hultsfred.yaml): everything but `slug` and `namn` may be left out. Never
 * throws for what is written in it: every mistake is a finding with file and line. Undefined where it is no YAML map at all.
 */
export function parseMunicipality(file: string, known: Known, findings: Findings): Municipality | undefined {
  if (!existsSync(file)) {
    findings.error({ file, line: 1 }, 'Filen finns inte. Rätta sökvägen.')
    return undefined
  }
  const fields = parseYaml(readSource(file), { file, findings })
  if (!fields) return undefined
  const municipality: Municipality = {
    slug: parseSlug(fields),
    name: fields.text('namn'),
    contact: fields.optionalText('kontakt'),
    logo: fields.has('logga') ? parseLogo(fields, dirname(file)) : undefined,
    colour: fields.has('farg') ? parseColour(fields) : undefined,
    doors: fields.has('dorrar') ? parseDoors(fields, known) : [],
    customs: fields.has('sa_gor_vi') ? parseCustoms(fields, known) : new Map(),
    thresholds: fields.has('granser') ? parseThresholds(fields.map('granser')) : {},
  }
  fields.close()
  return municipality
}

/** `foretagslots-selftest-scorm12.zip` is another package. */
const taken = ['selftest']

function parseSlug(fields: Fields): string {
  const slug = fields.text('slug')
  if (slug !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    fields.error('slug', `”slug” får bara ha a–z, siffror och bindestreck, till exempel "hultsfred". Ändra ”${slug}”.`)
  if (slug.length > 40) fields.error('slug', `”slug” har ${slug.length} tecken. Högst 40 får plats i filnamnen.`)
  if (taken.includes(slug)) fields.error('slug', `”${slug}” är namnet på ett annat paket. Välj ett annat.`)
  return slug
}

const mostLogoBytes = 10_000
const signatures: Record<string, RegExp> = { '.svg': /^\s*(<\?xml|<!--|<!DOCTYPE|<svg)/, '.png': /^\x89PNG\r\n/ }

function parseLogo(fields: Fields, folder: string): Logo | undefined {
  const name = fields.text('logga')
  const path = join(folder, name)
  const ending = extname(name).toLowerCase()
  const signature = signatures[ending]
  if (name === '') return undefined
  if (!signature) fields.error('logga', `Loggan ska vara en svg eller png. Spara om ”${name}”.`)
  else if (!existsSync(path)) fields.error('logga', `Loggan ”${name}” finns inte. Lägg den bredvid kommunens fil.`)
  else {
    const bytes = readFileSync(path)
    if (bytes.length > mostLogoBytes)
      fields.error('logga', `Loggan är ${Math.ceil(bytes.length / 1000)} kB. Högst 10 kB får plats. Förenkla den.`)
    if (!signature.test(bytes.toString('latin1', 0, 200)))
      fields.error('logga', `Loggan ”${name}” är ingen ${ending.slice(1)}. Spara om den.`)
    return { file: `logo${ending}`, bytes: new Uint8Array(bytes) }
  }
  return undefined
}

function parseColour(fields: Fields): string {
  const colour = fields.text('farg').toLowerCase()
  if (colour !== '' && !/^#[0-9a-f]{6}$/.test(colour))
    fields.error('farg', `”farg” ska skrivas så här: "#005aa9". Ändra ”${colour}”.`)
  return colour
}

function parseDoors(fields: Fields, known: Known): LocalDoor[] {
  const taken = new Set<string>()
  return fields.list('dorrar').map((row) => {
    const named = row.texts('dorr')
    for (const door of named) checkDoor(door, { row, known, taken })
    const door = {
      doors: named.map(({ value }) => value),
      name: row.text('namn'),
      contact: {
        phone: row.optionalText('telefon'),
        email: row.has('epost') ? parseEmail(row) : undefined,
        web: row.has('webb') ? parseWeb(row) : undefined,
        hours: row.has('oppet') ? row.texts('oppet').map(({ value }) => value) : [],
      },
    }
    row.close()
    return door
  })
}

function checkDoor(
  { value, place }: Placed<string>,
  { row, known, taken }: { row: Fields; known: Known; taken: Set<string> },
): void {
  const ids = known.doors.map(({ id }) => id)
  if (!ids.includes(value)) row.errorAt(place, `Dörren ”${value}” finns inte. Välj bland: ${ids.join(', ')}.`)
  else if (taken.has(value)) row.errorAt(place, `Dörren ”${value}” står redan på en annan rad. Ta bort den ena.`)
  taken.add(value)
}

function parseEmail(row: Fields): string {
  const email = row.text('epost')
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    row.error('epost', `”${email}” är ingen e-postadress. Skriv till exempel bygglov@kommunen.se.`)
  return email
}

function parseWeb(row: Fields): string {
  const web = row.text('webb')
  if (web !== '' && !(web.startsWith('https://') && URL.canParse(web)))
    row.error('webb', `”${web}” går inte att länka till. Skriv en adress som börjar med https://.`)
  return web
}

function parseCustoms(fields: Fields, { modules }: Known): Map<string, Custom> {
  const pages = modules.flatMap((module) => module.pages)
  const customs = new Map<string, Custom>()
  for (const row of fields.list('sa_gor_vi')) {
    const id = row.text('sida')
    const page = pages.find((candidate) => candidate.id === id)
    if (id !== '' && !page) row.error('sida', `Sidan ”${id}” finns inte i kursen. Skriv id:t i sidans huvud.`)
    if (page && !('html' in page)) row.error('sida', `”${id}” är ingen sida att läsa. Välj en sida med text.`)
    if (customs.has(id)) row.error('sida', `Sidan ”${id}” står redan på en annan rad. Skriv allt på den.`)
    const lines = (key: string) => (row.has(key) ? row.texts(key).map(({ value }) => value) : [])
    const custom = { paragraphs: lines('text'), targets: lines('mal') }
    if (custom.paragraphs.length + custom.targets.length === 0)
      row.error('sida', `Raden om ”${id}” säger inget. Skriv text: [...] eller mal: [...].`)
    row.close()
    customs.set(id, custom)
  }
  return customs
}

function parseThresholds(fields: Fields | undefined): Thresholds {
  if (!fields) return {}
  const read = {
    test: fields.has('slutprov') ? fields.integer('slutprov', { min: 1, max: 30 }) : undefined,
  }
  fields.close()
  return read
}
