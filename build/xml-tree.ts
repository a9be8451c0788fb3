import { validateXML, type XMLFileInfo, type XMLValidationError } from 'xmllint-wasm'

/** An element of a manifest. Names keep their prefix: `adlcp:scormtype`. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

export interface CheckedXml {
  /** What the schemas, or XML itself, find wrong. */
  errors: string[]
  /** Undefined where the text is not well-formed XML. */
  root?: XmlElement
}

/**
 * Checks XML against schemas. `driver` is a schema that imports the others, which are found by the names in `schemas`. The
 * canonical form (W3C C14N: attributes in double quotes, no empty tags, no CDATA) makes the tree easy to read.
 */
export async function checkXml(xml: string, driver: string, schemas: [string, Uint8Array][]): Promise<CheckedXml> {
  const preload = schemas.map(([fileName, contents]): XMLFileInfo => ({ fileName, contents }))
  const { valid, errors, normalized } = await validateXML({
    xml: { fileName: 'imsmanifest.xml', contents: xml },
    schema: { fileName: 'driver.xsd', contents: driver },
    preload,
    normalization: 'c14n',
  })
  return {
    errors: valid ? [] : errors.flatMap(sentence),
    root: normalized === '' ? undefined : readCanonical(normalized),
  }
}

/** Reads XML that has no published schema. */
export async function readXml(xml: string): Promise<CheckedXml> {
  const { normalized, rawOutput } = await validateXML({
    xml: { fileName: 'manifest.xml', contents: xml },
    normalization: 'c14n',
  })
  const lines = [...rawOutput.matchAll(/^manifest\.xml:(\d+): (.+)$/gm)]
  return { errors: lines.map(([, line, text]) => `rad ${line}: ${text}`), root: readCanonical(normalized) }
}

/** The schemas' own complaints are left out: the published ones make libxml2 grumble about the `xml` namespace, harmlessly. */
function sentence({ message, loc }: XMLValidationError): string[] {
  return loc?.fileName === 'imsmanifest.xml' ? [`rad ${loc.lineNumber}: ${message.trim()}`] : []
}

function readCanonical(xml: string): XmlElement | undefined {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  for (const [, closing, name = '', attributes = '', text = ''] of xml.matchAll(
    /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|(\/?)([^\s<>/?!]+)([^<>]*))>|([^<]+)/g,
  )) {
    const parent = open.at(-1) as XmlElement
    if (text) parent.text += plain(text)
    else if (closing) open.pop()
    else if (name) open.push(append(parent, name, attributes))
  }
  return top.children[0]
}

function append(parent: XmlElement, name: string, attributes: string): XmlElement {
  const pairs = [...attributes.matchAll(/([^\s=]+)="([^"]*)"/g)]
  const element: XmlElement = {
    name,
    attributes: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, plain(value)])),
    children: [],
    text: '',
  }
  parent.children.push(element)
  return element
}

const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#xA': '\n', '#xD': '\r', '#x9': '\t' }

const plain = (text: string) => text.replace(/&(lt|gt|quot|amp|#x[AD9]);/g, (_, name: string) => signs[name] ?? '')

/** Every element below one, itself included, in document order. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(elementsOf)]
}
