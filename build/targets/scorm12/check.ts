import { checkContentPackage, type ManifestRules, named } from '../../content-package.ts'
import type { Fault, PackageFiles } from '../../package-files.ts'
import { schemaFiles } from './schema-files.ts'

const rules: ManifestRules = {
  edition: 'scorm12edition',
  schemaFiles,
  driver: `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
  <xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
</xsd:schema>`,
  schemaVersion: '1.2',
  scormType: 'adlcp:scormtype',
  check: (root) =>
    named(root, 'adlcp:masteryscore').map(
      () => 'har adlcp:masteryscore: Moodle skriver då om en påbörjad kurs till failed.',
    ),
}

/** SCORM 1.2 Content Aggregation Model 2.3. */
export const checkManifest = (files: PackageFiles): Promise<Fault[]> => checkContentPackage(files, rules)
