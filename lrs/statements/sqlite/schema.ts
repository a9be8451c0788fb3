/**
 * As of version 1; what came later stands in storage/migrations.ts.
 *
 * Agents, IRIs, UUIDs and names stand once in `term` and everywhere else as its number. `seq` grows with `stored`, so
 * order and cursors use it alone. A block is 4096 statements: keys written lately lie together, and a commit touches a
 * handful of pages instead of one for each key.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

  CREATE TABLE IF NOT EXISTS statement (
    seq INTEGER PRIMARY KEY,
    municipality INTEGER NOT NULL,
    id BLOB NOT NULL,
    stored INTEGER NOT NULL,
    timestamp INTEGER NOT NULL,
    verb INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    object INTEGER NOT NULL,
    voided INTEGER NOT NULL DEFAULT 0,
    voiding INTEGER NOT NULL,
    target BLOB,
    object_type INTEGER,
    module INTEGER,
    question INTEGER,
    revision REAL,
    try REAL,
    success INTEGER,
    completion INTEGER,
    scaled REAL,
    seconds REAL,
    law_date TEXT,
    fingerprint BLOB NOT NULL,
    keys TEXT NOT NULL,
    response TEXT,
    text TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS statement_id ON statement (municipality, id);
  CREATE INDEX IF NOT EXISTS statement_stored ON statement (municipality, stored, seq);
  CREATE INDEX IF NOT EXISTS statement_fact
    ON statement (municipality, timestamp, seq, voided, actor, verb, object, module, question);
  CREATE INDEX IF NOT EXISTS statement_target ON statement (municipality, target) WHERE target IS NOT NULL;

  CREATE TABLE IF NOT EXISTS statement_key (
    block INTEGER NOT NULL,
    municipality INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    key INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (block, municipality, kind, key, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS key_count (
    municipality INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    key INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (municipality, kind, key)
  ) STRICT, WITHOUT ROWID;
`

const BLOCK_BITS = 12

export const blockSize = 2 ** BLOCK_BITS

export function blockOf(seq: number): number {
  return Math.floor(seq / blockSize)
}

export const kinds = {
  agent: 1,
  'agent-related': 2,
  verb: 3,
  activity: 4,
  'activity-related': 5,
  registration: 6,
  /** Stands in `statement.keys` only: as a key of its own it would select nearly everything. */
  authority: 7,
} as const

/** A key as two numbers: its kind and its term. */
export type KeyNumbers = [kind: number, key: number]

/** Whether a key has a row of its own in `statement_key`, where referring statements get it too. */
export function isIndexed([kind]: KeyNumbers): boolean {
  return kind !== kinds.authority
}

/** A UUID as its 16 bytes, upper or lower case alike. */
export function uuidBytes(uuid: string): Uint8Array {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}
