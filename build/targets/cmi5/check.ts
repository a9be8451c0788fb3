import { checkText } from '../../content-package.ts'
import { decodeText, type Fault, type PackageFiles } from '../../package-files.ts'
import { elementsOf, readXml, type XmlElement } from '../../xml-tree.ts'

const file = 'cmi5.xml'
const namespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'

/** What CourseStructure.xsd says (cmi5 13.1, 14.1), and what it cannot: no npm package has it, so its rules stand here. */
export async function checkCourseStructure(files: PackageFiles): Promise<Fault[]> {
  const bytes = files.get(file)
  if (!bytes) return [{ file, message: 'finns inte i paketets rot.' }]
  const xml = decodeText(bytes)
  const { errors, root } = await readXml(xml)
  const messages = [...checkText(xml), ...errors, ...(root ? checkRoot(root, files) : [])]
  return messages.map((message) => ({ file, message }))
}

function checkRoot(root: XmlElement, files: PackageFiles): string[] {
  if (root.name !== 'courseStructure' || root.attributes.xmlns !== namespace)
    return [`rotelementet ska vara courseStructure i namnrymden ${namespace}.`]
  const units = elementsOf(root).filter(({ name }) => name === 'au')
  return [
    ...elementsOf(root).flatMap(checkShape),
    ...checkIds(root),
    ...(units.length > 0 ? [] : ['kursen har ingen AU.']),
    ...units.flatMap((unit) => [...checkAttributes(unit), ...checkUrl(unit, files)]),
  ]
}

interface Shape {
  /** Child elements in their order; the others may follow in any order, repeated. */
  order: string[]
  required: string[]
  repeated?: string[]
  attributes: string[]
}

const texts = { order: ['title', 'description'], required: ['title', 'description'] }
const shapes: Record<string, Shape> = {
  courseStructure: {
    order: ['course', 'objectives'],
    required: ['course'],
    repeated: ['au', 'block'],
    attributes: ['xmlns'],
  },
  course: { ...texts, attributes: ['id'] },
  objectives: { order: [], required: ['objective'], repeated: ['objective'], attributes: [] },
  objective: { ...texts, attributes: ['id'] },
  block: {
    order: [...texts.order, 'objectives'],
    required: texts.required,
    repeated: ['au', 'block'],
    attributes: ['id'],
  },
  au: {
    order: [...texts.order, 'objectives', 'url', 'launchParameters', 'entitlementKey'],
    required: [...texts.required, 'url'],
    attributes: ['id', 'moveOn', 'masteryScore', 'launchMethod', 'activityType'],
  },
  title: { order: [], required: ['langstring'], repeated: ['langstring'], attributes: [] },
  description: { order: [], required: ['langstring'], repeated: ['langstring'], attributes: [] },
  langstring: { order: [], required: [], attributes: ['lang'] },
  url: { order: [], required: [], attributes: [] },
  launchParameters: { order: [], required: [], attributes: [] },
  entitlementKey: { order: [], required: [], attributes: [] },
}

const withText = ['langstring', 'url']

function checkShape({ name, children, attributes, text }: XmlElement): string[] {
  const shape = shapes[name]
  if (!shape) return [`elementet ${name} finns inte i cmi5.`]
  const { order, required, repeated = [] } = shape
  const names = children.map((child) => child.name)
  const places = names.map((child) => (repeated.includes(child) ? order.length : order.indexOf(child)))
  return [
    ...names.filter((_, n) => places[n] === -1).map((child) => `${child} får inte stå i ${name}.`),
    ...required.filter((child) => !names.includes(child)).map((child) => `${name} saknar ${child}.`),
    ...(places.some((place, n) => n > 0 && place < (places[n - 1] ?? 0))
      ? [`${name} har sina delar i fel ordning.`]
      : []),
    ...order
      .filter((child) => names.filter((each) => each === child).length > 1)
      .map((child) => `${name} har flera ${child}.`),
    ...Object.keys(attributes)
      .filter((attribute) => !shape.attributes.includes(attribute))
      .map((attribute) => `${name} får inte ha attributet ${attribute}.`),
    ...(withText.includes(name) && text.trim() === '' ? [`${name} är tomt.`] : []),
    ...(name === 'langstring' && !attributes.lang ? ['langstring saknar lang.'] : []),
  ]
}

/** Absolute and unique, over courses, blocks, AUs and objectives alike (cmi5 13.1). */
function checkIds(root: XmlElement): string[] {
  const owners = elementsOf(root).filter(({ name }) => shapes[name]?.attributes.includes('id'))
  const ids = owners.map(({ attributes }) => attributes.id ?? '')
  return [
    ...ids
      .filter((id) => !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id))
      .map((id) => `id:t ”${id}” är ingen absolut IRI.`),
    ...ids.filter((id, n) => id && ids.indexOf(id) < n).map((id) => `id:t ”${id}” står två gånger.`),
  ]
}

const moveOns = ['NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed']

function checkAttributes({ attributes }: XmlElement): string[] {
  const { moveOn, masteryScore, launchMethod = 'AnyWindow' } = attributes
  const mastery = /^(0(\.\d{1,4})?|1(\.0{1,4})?)$/.test(masteryScore ?? '0')
  return [
    ...(moveOn !== undefined && moveOns.includes(moveOn)
      ? []
      : [`moveOn är ”${moveOn ?? ''}”, ska vara ett av ${moveOns.join(', ')}.`]),
    ...(moveOn === 'NotApplicable' ? ['moveOn är NotApplicable: då är kursen klar redan vid anmälan.'] : []),
    ...(mastery ? [] : [`masteryScore är ”${masteryScore}”, ska vara 0–1 med högst fyra decimaler.`]),
    ...(moveOn?.includes('Passed') && masteryScore === undefined
      ? ['moveOn kräver Passed men masteryScore saknas.']
      : []),
    ...(['AnyWindow', 'OwnWindow'].includes(launchMethod) ? [] : [`launchMethod är ”${launchMethod}”.`]),
  ]
}

/** In a zip a relative address means a file of the zip; the launcher adds its own parameters. */
function checkUrl(unit: XmlElement, files: PackageFiles): string[] {
  const url = unit.children.find(({ name }) => name === 'url')?.text.trim() ?? ''
  return files.has(url) ? [] : [`url är ”${url}”, som inte finns i paketet.`]
}
