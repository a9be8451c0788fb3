import { type Migration, migrations } from '../../../lrs/storage/migrations.ts'

/** The program's own steps and two invented ones, which rewrite every statement and so take a while. Each says when it begins. */
export const longMigrations: Migration[] = [
  ...migrations,
  {
    what: 'a column made of another',
    apply(connection) {
      console.log('begun')
      connection.exec(
        'ALTER TABLE statement ADD COLUMN shouted TEXT; UPDATE statement SET shouted = upper(json || text)',
      )
    },
  },
  {
    what: 'a table made of another',
    apply(connection) {
      console.log('begun')
      connection.exec(`
        CREATE TABLE doubled (seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
        INSERT INTO doubled SELECT seq, json || json FROM statement;
        CREATE INDEX doubled_text ON doubled (text)`)
    },
  },
]
