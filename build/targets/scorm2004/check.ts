import { checkContentPackage, named } from '../../content-package.ts'
import type { Fault, PackageFiles } from '../../package-files.ts'
import type { XmlElement } from '../../xml-tree.ts'
import type { Edition } from './edition.ts'
import { schemaFiles } from './schema-files.ts'

const driver = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.imsglobal.org/xsd/imscp_v1p1" schemaLocation="imscp_v1p1.xsd"/>
  <xsd:import namespace="http://www.adlnet.org/xsd/adlcp_v1p3" schemaLocation="adlcp_v1p3.xsd"/>
  <xsd:import namespace="http://www.adlnet.org/xsd/adlseq_v1p3" schemaLocation="adlseq_v1p3.xsd"/>
  <xsd:import namespace="http://www.adlnet.org/xsd/adlnav_v1p3" schemaLocation="adlnav_v1p3.xsd"/>
  <xsd:import namespace="http://www.imsglobal.org/xsd/imsss" schemaLocation="imsss_v1p0.xsd"/>
</xsd:schema>`

/** SCORM 2004 Content Aggregation Model 3 and 5, as far as one SCO needs them. */
export const checkManifest = (files: PackageFiles, { schemas, schemaVersion }: Edition): Promise<Fault[]> =>
  checkContentPackage(files, {
    edition: schemas,
    schemaFiles,
    driver,
    schemaVersion,
    scormType: 'adlcp:scormType',
    check: (root) => [...checkDelivery(root), ...checkThreshold(root)],
  })

const controls = ['completionSetByContent', 'objectiveSetByContent']

/** Without both, SuccessFactors marks the SCO complete when it is left. */
function checkDelivery(root: XmlElement): string[] {
  return named(root, 'item').flatMap((item) => {
    const delivery = named(item, 'imsss:deliveryControls')[0]?.attributes ?? {}
    return controls
      .filter((control) => delivery[control] !== 'true')
      .map((control) => `item ${item.attributes.identifier} saknar ${control}="true" i imsss:deliveryControls.`)
  })
}

const checkThreshold = (root: XmlElement): string[] =>
  named(root, 'adlcp:completionThreshold').map(
    () => 'har adlcp:completionThreshold, men kursen sätter själv när den är klar.',
  )
