import type { Database } from '../../storage/sqlite.ts'
import { ARCHIVE_PAGE, byMunicipality, type StatementArchive } from '../archive.ts'
import { prepareStored } from '../prepare.ts'
import { appendRows, prepareRow } from './append.ts'
import { createTerms } from './terms.ts'

export function createSqliteArchive(database: Database): StatementArchive {
  const { read } = database
  const terms = createTerms()
  return {
    async count() {
      return read.prepare<{ count: number }>('SELECT count(*) AS count FROM statement').get()?.count ?? 0
    },
    async *read() {
      const page = read.prepare<{ seq: number; municipality: string; json: string; voided: number }>(`
        SELECT seq, term.text AS municipality, json, voided FROM statement JOIN term ON term.id = statement.municipality
        WHERE seq > ? ORDER BY seq LIMIT ?`)
      for (
        let rows = page.all(0, ARCHIVE_PAGE);
        rows.length > 0;
        rows = page.all(rows.at(-1)?.seq ?? 0, ARCHIVE_PAGE)
      ) {
        yield rows.map(({ municipality, json, voided }) => ({ municipality, json, voided: voided === 1 }))
      }
    },
    async write(statements) {
      const groups = byMunicipality(statements).map(({ municipality, texts }) => ({
        municipality,
        rows: texts.map((json) => prepareRow(prepareStored(json))),
      }))
      const fresh = new Map<string, number>()
      await database.write((db) => {
        const intern = (text: string) => terms.intern(db, text, fresh)
        for (const { municipality, rows } of groups)
          appendRows(db, rows, { municipality: intern(municipality), intern })
      })
      terms.settle(fresh)
    },
  }
}
