import { readFileSync } from 'node:fs'
import process from 'node:process'
import type { Connection } from 'mongoose'
import { createLink, type LinkKind, revokeLinks } from '../lrs/accounts/link.ts'
import type { Municipality } from '../lrs/accounts/municipality.ts'
import { parseNames } from '../lrs/accounts/names.ts'
import { enrolPerson, findPersonByName, type Role } from '../lrs/accounts/person.ts'
import { CallError, municipalityOf, parseCall, runCall, withStorage } from './operator-call.ts'

const usage = `Så här gör du personliga länkar:
  npm run links -- --municipality SLUG namn.txt                    en kurslänk för varje namn, ett namn per rad
  npm run links -- --municipality SLUG --role granskare [namn.txt] en inloggningslänk som gäller en gång, för Analys
  npm run links -- --municipality SLUG --role rapportlasare [namn.txt]
                                                                   detsamma, för den som bara ser svaren på fasta frågor
  npm run links -- --municipality SLUG --revoke namn.txt           drar tillbaka kurslänkarna för namnen
  --create "Ekköpings kommun"                                      gör kommunen, om den inte finns
Varje rad som skrivs ut är namn, tabb och länk. Länken visas bara nu. DATABASE_URL väljer databas.`

const ways: Record<Role, { kind: LinkKind; path: string }> = {
  learner: { kind: 'course', path: '/kurs/' },
  granskare: { kind: 'sign-in', path: '/in/' },
  rapportlasare: { kind: 'sign-in', path: '/in/' },
}

const isRole = (text: string): text is Role => Object.hasOwn(ways, text)

/** Whom a sign-in link is for when no names are given. */
const nameless: Record<Role, string> = { learner: '', granskare: 'Granskare', rapportlasare: 'Rapportläsare' }

interface Call {
  municipality: string
  create?: string
  role: Role
  revoke: boolean
  names: string[]
}

const options = {
  municipality: { type: 'string' },
  create: { type: 'string' },
  role: { type: 'string', default: 'learner' },
  revoke: { type: 'boolean', default: false },
} as const

function readCall(): Call {
  const { values, positionals } = parseCall(options, usage)
  const { municipality, create, role, revoke } = values
  if (!municipality) throw new CallError(`--municipality saknas.\n\n${usage}`)
  if (!isRole(role))
    throw new CallError(`Rollen ${role} finns inte. Skriv --role granskare eller --role rapportlasare.`)
  const [file, ...others] = positionals
  if (others.length > 0) throw new CallError(`Ge en fil med namn i taget, inte ${positionals.length}.`)
  if (file === undefined && role === 'learner') throw new CallError(`Filen med namn saknas.\n\n${usage}`)
  return { municipality, create, role, revoke, names: file === undefined ? [nameless[role]] : readNames(file) }
}

function readNames(file: string): string[] {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new CallError(`Filen ${file} går inte att läsa: ${(error as Error).message}`)
  }
  const { names, repeated } = parseNames(bytes)
  if (names.length === 0) throw new CallError(`Filen ${file} har inga namn. Skriv ett namn per rad.`)
  const long = names.find((name) => name.length > 200)
  if (long) throw new CallError(`En rad i ${file} är för lång för ett namn: ${long.slice(0, 60)} …`)
  for (const name of repeated) {
    process.stderr.write(
      `${name} står flera gånger i ${file} och får en länk. Är det flera personer: skilj dem åt, till exempel med arbetsplatsen.\n`,
    )
  }
  return names
}

async function printLinks(connection: Connection, municipality: Municipality, call: Call, publicUrl: string) {
  const { kind, path } = ways[call.role]
  for (const name of call.names) {
    const person = await enrolPerson(connection, municipality, { name, role: call.role })
    process.stdout.write(`${person.name}\t${publicUrl}${path}${await createLink(connection, person, kind)}\n`)
  }
}

async function revokeAll(connection: Connection, municipality: Municipality, call: Call) {
  for (const name of call.names) {
    const person = await findPersonByName(connection, municipality.slug, name)
    const revoked = person && (await revokeLinks(connection, person._id, ways[call.role].kind))
    process.stdout.write(`${name}\t${revoked === undefined ? 'finns inte' : `återkallade länkar: ${revoked}`}\n`)
  }
}

await runCall(async () => {
  const call = readCall()
  await withStorage(async (connection, config) => {
    const municipality = await municipalityOf(connection, call, config)
    if (call.revoke) await revokeAll(connection, municipality, call)
    else await printLinks(connection, municipality, call, config.publicUrl)
  })
})
