/** The schema files that a SCORM 1.2 package carries at its root (Content Aggregation Model 2.3.2). */
export const schemaFiles = ['adlcp_rootv1p2.xsd', 'ims_xml.xsd', 'imscp_rootv1p1p2.xsd']
