import { decodeText, type Fault, type PackageFiles } from './package-files.ts'
import { readSchemas, type SchemaEdition } from './schemas.ts'
import { checkXml, elementsOf, type XmlElement } from './xml-tree.ts'

/** What SCORM 1.2 and both 2004 editions say differently about an imsmanifest.xml. */
export interface ManifestRules {
  edition: SchemaEdition
  /** The schema files a package carries in its root. */
  schemaFiles: string[]
  /** A schema that imports the others. */
  driver: string
  schemaVersion: string
  /** `scormtype` in 1.2, `scormType` in 2004, with the literal prefix. */
  scormType: string
  /** The edition's own rules. */
  check(root: XmlElement): string[]
}

const file = 'imsmanifest.xml'

/** Checks a manifest against the published schemas, then what no schema sees (Content Aggregation Model). */
export async function checkContentPackage(files: PackageFiles, rules: ManifestRules): Promise<Fault[]> {
  const bytes = files.get(file)
  if (!bytes) return [{ file, message: 'finns inte i paketets rot.' }]
  const xml = decodeText(bytes)
  const { errors, root } = await checkXml(xml, rules.driver, readSchemas(rules.edition, rules.schemaFiles))
  const messages = [
    ...checkText(xml),
    ...errors,
    ...(root
      ? [...checkHead(root, rules), ...checkReferences(root), ...checkFiles(root, files, rules), ...rules.check(root)]
      : []),
  ]
  return messages.map((message) => ({ file, message }))
}

/** What holds for the text of any manifest. */
export const checkText = (xml: string): string[] => [
  ...(xml.startsWith('\ufeff') ? ['börjar med ett BOM-tecken.'] : []),
  ...(xml.includes('&#') ? ['har numeriska teckenreferenser (&#…;), som Moodle visar som de står.'] : []),
]

export const named = (root: XmlElement, name: string) => elementsOf(root).filter((element) => element.name === name)

function textOf(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text
}

function checkHead(root: XmlElement, { schemaVersion }: ManifestRules): string[] {
  const metadata = named(root, 'metadata')[0]
  const schema = metadata && textOf(metadata, 'schema')
  const version = metadata && textOf(metadata, 'schemaversion')
  const untitled = [...named(root, 'organization'), ...named(root, 'item')].filter((e) => !textOf(e, 'title')?.trim())
  return [
    ...(schema === 'ADL SCORM' ? [] : [`schema är ”${schema ?? ''}”, ska vara ”ADL SCORM”.`]),
    ...(version === schemaVersion ? [] : [`schemaversion är ”${version ?? ''}”, ska vara ”${schemaVersion}”.`]),
    ...untitled.map((e) => `${e.name} ${e.attributes.identifier} saknar title.`),
  ]
}

function checkReferences(root: XmlElement): string[] {
  const organizations = named(root, 'organizations')[0]
  const ids = elementsOf(root).flatMap(({ attributes: { identifier } }) =>
    identifier === undefined ? [] : [identifier],
  )
  const resources = new Set(named(root, 'resource').map((resource) => resource.attributes.identifier))
  const items = named(root, 'item').map((item) => item.attributes.identifierref)
  const chosen = organizations?.attributes.default
  const known = organizations?.children.map((organization) => organization.attributes.identifier) ?? []
  return [
    ...ids.filter((id) => !/^[A-Za-z_][A-Za-z0-9._-]*$/.test(id)).map((id) => `id:t ”${id}” är inget giltigt NCName.`),
    ...ids.filter((id, n) => ids.indexOf(id) < n).map((id) => `id:t ”${id}” står två gånger.`),
    ...(chosen !== undefined && known.includes(chosen) ? [] : [`default pekar på ”${chosen ?? ''}”, som inte finns.`]),
    ...items.filter((id) => !resources.has(id)).map((id) => `identifierref pekar på ”${id ?? ''}”, som inte finns.`),
    ...[...resources]
      .filter((id) => !items.includes(id))
      .map((id) => `resursen ${id ?? ''} används inte av något item.`),
  ]
}

function checkFiles(root: XmlElement, files: PackageFiles, { schemaFiles, scormType }: ManifestRules): string[] {
  const resources = named(root, 'resource')
  const listed = new Set(named(root, 'file').map(({ attributes: { href = '' } }) => href))
  const own = [...files.keys()].filter((path) => path !== file && !schemaFiles.includes(path))
  return [
    ...resources.flatMap((resource) => checkResource(resource, scormType)),
    ...[...listed].filter((path) => !files.has(path)).map((path) => `filen ${path} finns inte i paketet.`),
    ...own.filter((path) => !listed.has(path)).map((path) => `filen ${path} finns i paketet men inte i någon resurs.`),
    ...schemaFiles.filter((path) => !files.has(path)).map((path) => `schemat ${path} finns inte i paketets rot.`),
  ]
}

function checkResource({ attributes, children }: XmlElement, scormType: string): string[] {
  const { identifier, href } = attributes
  const type = attributes[scormType]
  const own = children.map((child) => child.attributes.href)
  return [
    ...(type === 'sco' || type === 'asset' ? [] : [`resursen ${identifier} saknar ${scormType}="sco".`]),
    ...(href !== undefined && own.includes(href) ? [] : [`resursens href ”${href ?? ''}” är inte en av dess filer.`]),
  ]
}
