import { decodeText, type Fault, type PackageFiles } from '../../package-files.ts'
import { readSchemas } from '../../schemas.ts'
import { checkXml, elementsOf, type XmlElement } from '../../xml-tree.ts'
import { schemaFiles } from './schema-files.ts'

const file = 'imsmanifest.xml'

const driver = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
  <xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
</xsd:schema>`

/** Checks the manifest against the published schemas, then what no schema sees: SCORM 1.2 Content Aggregation Model 2.3. */
export async function checkManifest(files: PackageFiles): Promise<Fault[]> {
  const bytes = files.get(file)
  if (!bytes) return [{ file, message: 'finns inte i paketets rot.' }]
  const xml = decodeText(bytes)
  const { errors, root } = await checkXml(xml, driver, readSchemas('scorm12edition', schemaFiles))
  const messages = [
    ...(xml.startsWith('\ufeff') ? ['börjar med ett BOM-tecken.'] : []),
    ...(xml.includes('&#') ? ['har numeriska teckenreferenser (&#…;), som Moodle visar som de står.'] : []),
    ...errors,
    ...(root ? [...checkHead(root), ...checkReferences(root), ...checkFiles(root, files)] : []),
  ]
  return messages.map((message) => ({ file, message }))
}

const named = (root: XmlElement, name: string) => elementsOf(root).filter((element) => element.name === name)

function textOf(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text
}

function checkHead(root: XmlElement): string[] {
  const metadata = named(root, 'metadata')[0]
  const schema = metadata && textOf(metadata, 'schema')
  const version = metadata && textOf(metadata, 'schemaversion')
  const untitled = [...named(root, 'organization'), ...named(root, 'item')].filter((e) => !textOf(e, 'title')?.trim())
  return [
    ...(schema === 'ADL SCORM' ? [] : [`schema är ”${schema ?? ''}”, ska vara ”ADL SCORM”.`]),
    ...(version === '1.2' ? [] : [`schemaversion är ”${version ?? ''}”, ska vara ”1.2”.`]),
    ...untitled.map((e) => `${e.name} ${e.attributes.identifier} saknar title.`),
    ...named(root, 'adlcp:masteryscore').map(
      () => 'har adlcp:masteryscore: Moodle skriver då om en påbörjad kurs till failed.',
    ),
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

function checkFiles(root: XmlElement, files: PackageFiles): string[] {
  const resources = named(root, 'resource')
  const listed = new Set(named(root, 'file').map(({ attributes: { href = '' } }) => href))
  const unlisted = [...files.keys()].filter((path) => path !== file && !path.endsWith('.xsd') && !listed.has(path))
  return [
    ...resources.flatMap(checkResource),
    ...[...listed].filter((path) => !files.has(path)).map((path) => `filen ${path} finns inte i paketet.`),
    ...unlisted.map((path) => `filen ${path} finns i paketet men inte i någon resurs.`),
    ...schemaFiles.filter((path) => !files.has(path)).map((path) => `schemat ${path} finns inte i paketets rot.`),
  ]
}

function checkResource({ attributes, children }: XmlElement): string[] {
  const { identifier, href } = attributes
  const type = attributes['adlcp:scormtype']
  const own = children.map((child) => child.attributes.href)
  return [
    ...(type === 'sco' || type === 'asset' ? [] : [`resursen ${identifier} saknar adlcp:scormtype="sco".`]),
    ...(href !== undefined && own.includes(href) ? [] : [`resursens href ”${href ?? ''}” är inte en av dess filer.`]),
  ]
}
