import type { SchemaEdition } from '../../schemas.ts'

export interface Edition {
  name: 'scorm2004-3' | 'scorm2004-4'
  /** Moodle takes a package with anything else, white space included, for SCORM 1.2. */
  schemaVersion: '2004 3rd Edition' | '2004 4th Edition'
  schemas: SchemaEdition
}

export const thirdEdition: Edition = {
  name: 'scorm2004-3',
  schemaVersion: '2004 3rd Edition',
  schemas: 'scorm20043rdedition',
}

export const fourthEdition: Edition = {
  name: 'scorm2004-4',
  schemaVersion: '2004 4th Edition',
  schemas: 'scorm20044thedition',
}
