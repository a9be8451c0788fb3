import { checkText } from '../../content-package.ts'
import { decodeText, type Fault, type PackageFiles } from '../../package-files.ts'
import { elementsOf, readXml, type XmlElement } from '../../xml-tree.ts'

const file = 'tincan.xml'
const namespace = 'http://projecttincan.com/tincan.xsd'

/** The rules for a tincan.xml: one in the package, a flat list, one activity that can be launched, languages said. */
export async function checkTincan(files: PackageFiles): Promise<Fault[]> {
  const bytes = files.get(file)
  if (!bytes) return [{ file, message: 'finns inte i paketets rot.' }]
  const xml = decodeText(bytes)
  const { errors, root } = await readXml(xml)
  const messages = [
    ...checkText(xml),
    ...errors,
    ...(root ? checkRoot(root, files) : []),
    ...[...files.keys()]
      .filter((path) => path.endsWith(`/${file}`))
      .map((path) => `ska finnas en gång, men finns också som ${path}.`),
  ]
  return messages.map((message) => ({ file, message }))
}

function checkRoot(root: XmlElement, files: PackageFiles): string[] {
  if (root.name !== 'tincan' || root.attributes.xmlns !== namespace)
    return [`rotelementet ska vara tincan i namnrymden ${namespace}.`]
  const list = root.children.find(({ name }) => name === 'activities')
  const activities = list?.children ?? []
  return [
    ...(root.children.length === 1 && list ? [] : ['tincan ska ha ett enda activities.']),
    ...(activities.length > 0 ? [] : ['listan har ingen activity.']),
    ...checkFlat(root, activities),
    ...checkIds(activities),
    ...activities.flatMap(checkActivity),
    ...checkLaunch(root, files),
  ]
}

function checkFlat(root: XmlElement, activities: XmlElement[]): string[] {
  const nested = elementsOf(root).filter((element) => element.name === 'activity' && !activities.includes(element))
  return nested.map(({ attributes }) => `activity ${attributes.id} står inte direkt i activities.`)
}

function checkIds(activities: XmlElement[]): string[] {
  const ids = activities.map(({ attributes }) => attributes.id ?? '')
  return [
    ...ids.filter((id) => !/^[a-z][a-z0-9+.-]*:\S+$/i.test(id)).map((id) => `id:t ”${id}” är ingen absolut IRI.`),
    ...ids.filter((id, n) => id && ids.indexOf(id) < n).map((id) => `id:t ”${id}” står två gånger.`),
  ]
}

const parts = ['name', 'description', 'launch']

function checkActivity({ name, attributes, children }: XmlElement): string[] {
  const here = attributes.id ?? ''
  if (name !== 'activity') return [`elementet ${name} hör inte hemma i activities.`]
  return [
    ...(attributes.type ? [] : [`activity ${here} saknar type.`]),
    ...['name', 'description']
      .filter((part) => !children.some((child) => child.name === part && child.text.trim()))
      .map((part) => `activity ${here} saknar ${part}.`),
    ...children
      .filter((child) => parts.includes(child.name) && !child.attributes.lang)
      .map((child) => `${child.name} i activity ${here} saknar lang.`),
  ]
}

function checkLaunch(root: XmlElement, files: PackageFiles): string[] {
  const launches = elementsOf(root).filter(({ name }) => name === 'launch')
  return [
    ...(launches.length === 1 ? [] : [`${launches.length} launch finns, ska vara ett.`]),
    ...launches
      .map(({ text }) => text.trim())
      .filter((path) => !files.has(path))
      .map((path) => `launch är ”${path}”, som inte finns i paketet.`),
  ]
}
