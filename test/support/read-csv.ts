/** Reads CSV as RFC 4180 has it, with semicolons: the records with their fields as texts. */
export function readCsv(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  const fields = /(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n|$)/gy
  while (fields.lastIndex < text.length) {
    const at = fields.lastIndex
    const found = fields.exec(text)
    if (found === null) throw new Error(`no field at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ';') continue
    records.push(record)
    record = []
  }
  return records
}
