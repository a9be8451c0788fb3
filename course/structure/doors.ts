import type { Findings } from './findings.ts'
import type { Door } from './types.ts'
import { type Fields, parseYaml } from './yaml-fields.ts'

/** doors.yaml: the units of a municipality where a company comes in. */
export function parseDoors(text: string, file: string, findings: Findings): Door[] {
  const fields = parseYaml(text, { file, findings })
  const doors = fields?.list('dorrar').map(parseDoor) ?? []
  fields?.close()
  return doors
}

function parseDoor(fields: Fields): Door {
  const door = {
    id: fields.id('id', 'door'),
    code: fields.text('kod'),
    name: fields.text('namn'),
    answersFor: fields.text('svarar'),
  }
  if (door.id !== '' && door.id !== asciiCode(door.code))
    fields.error(
      'id',
      `Id:t ska vara koden med små bokstäver utan prickar: ”${asciiCode(door.code)}”. Ändra ”${door.id}”.`,
    )
  fields.close()
  return door
}

/** A door's code as it stands in ids and file names: NÄR is `nar`. */
export const asciiCode = (code: string) => code.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
