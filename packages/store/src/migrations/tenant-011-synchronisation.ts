/**
 * Synchronisation both ways: every change taken in of a case, and not only its last, what each case stood at, every
 * status that was seen, what is known of a process beside its answers, where notes came from, and when was looked.
 */
export const synchronisation = `
CREATE TABLE every_seen_change (
  connector TEXT NOT NULL, reference TEXT NOT NULL, change_key TEXT NOT NULL,
  at INTEGER NOT NULL, seen_at INTEGER NOT NULL,
  PRIMARY KEY (connector, reference, change_key)
) STRICT, WITHOUT ROWID;
INSERT INTO every_seen_change (connector, reference, change_key, at, seen_at)
  SELECT connector, reference, change_key, at, at FROM seen_changes;
CREATE TABLE records (
  connector TEXT NOT NULL, record TEXT NOT NULL, process TEXT NOT NULL,
  change_key TEXT, before TEXT, status TEXT, mapped INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (connector, record)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO records (connector, record, process, change_key, status, mapped, at)
  SELECT seen.connector, seen.reference, outbox.process, seen.change_key, NULL, 1, 0 FROM seen_changes AS seen
  JOIN outbox ON outbox.destination = seen.connector AND outbox.reference = seen.reference;
DROP TABLE seen_changes;
ALTER TABLE every_seen_change RENAME TO seen_changes;
CREATE INDEX seen_changes_old ON seen_changes (seen_at);
CREATE INDEX records_unmapped ON records (connector) WHERE mapped = 0;
CREATE TABLE statuses_seen (
  connector TEXT NOT NULL, service TEXT NOT NULL, external TEXT NOT NULL,
  first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, count INTEGER NOT NULL, mapped INTEGER NOT NULL,
  PRIMARY KEY (connector, service, external)
) STRICT, WITHOUT ROWID;
CREATE TABLE containers (
  process TEXT PRIMARY KEY, details BLOB NOT NULL, updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE note_sources (
  connector TEXT NOT NULL, record TEXT NOT NULL, key TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (connector, record, key)
) STRICT, WITHOUT ROWID;
ALTER TABLE connectors ADD COLUMN looked_at INTEGER;
`;
