import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'

/** A SCORM zip that can be played. */
export interface PlayablePackage {
  /** `foretagslots-scorm12.zip` */
  name: string
  standard: Standard
  bytes: number
}

export type Standard = 'SCORM 1.2' | 'SCORM 2004'

const playable = /^foretagslots-(?:[a-z0-9-]+-)?scorm(12|2004)(?:-[34])?\.zip$/

/** The zips of a folder that `npm run build` filled, by name; none where there is no such folder. */
export async function listPackages(folder: string): Promise<PlayablePackage[]> {
  const names = await readdir(folder).catch(() => [])
  const found = names.toSorted().flatMap((name) => {
    const [, standard] = playable.exec(name) ?? []
    return standard ? [{ name, standard: standard === '12' ? 'SCORM 1.2' : 'SCORM 2004' } as const] : []
  })
  return Promise.all(found.map(async (item) => ({ ...item, bytes: (await stat(join(folder, item.name))).size })))
}

export type PackageFiles = Record<string, Uint8Array>

/** The one that was played last, unpacked: a player asks for its files one after the other. */
let unpacked: { path: string; built: number; files: PackageFiles } | undefined

/** The files of a package that `listPackages` names; undefined for every other name, whatever lies in the folder. */
export async function readPackage(folder: string, name: string): Promise<PackageFiles | undefined> {
  const known = (await listPackages(folder)).some((item) => item.name === name)
  if (!known) return undefined
  const path = join(folder, name)
  const built = (await stat(path)).mtimeMs
  if (unpacked?.path !== path || unpacked.built !== built)
    unpacked = { path, built, files: unzipSync(await readFile(path)) }
  return unpacked.files
}
