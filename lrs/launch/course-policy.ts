const loads = "script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'"
/** A picture brings its own colours for light and dark in a <style>; nothing in it may run or load. */
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** The content security policy of one of the course's files; `ancestors` are the pages that may frame it. */
export const coursePolicy = (path: string, ancestors: "'none'" | "'self'"): string =>
  path.endsWith('.svg')
    ? picturePolicy
    : `default-src 'none'; ${loads}; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`
