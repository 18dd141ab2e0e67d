/**
 * What waits for a person and how it is mended: alarms, replays with the deliveries that each takes in, when each
 * person last had the morning's letter, and whose mapping writes a delivery where that is not its process's own.
 */
export const mending = `
CREATE TABLE alarms (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, role TEXT NOT NULL, data TEXT NOT NULL,
  count INTEGER NOT NULL, raised_at INTEGER NOT NULL, last_at INTEGER NOT NULL, mailed_at INTEGER NOT NULL,
  acknowledged_at INTEGER, acknowledged_by TEXT, words BLOB, ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX alarms_open ON alarms (kind, subject) WHERE ended_at IS NULL;
CREATE INDEX alarms_of ON alarms (kind, subject);
CREATE TABLE replays (
  id TEXT PRIMARY KEY, at INTEGER NOT NULL,
  actor_kind TEXT NOT NULL, actor_id TEXT NOT NULL, actor_name TEXT NOT NULL,
  filter TEXT NOT NULL, rewrite INTEGER NOT NULL, use_live INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running','done')), ended_at INTEGER
) STRICT;
CREATE INDEX replays_running ON replays (id) WHERE state = 'running';
CREATE TABLE replay_items (
  replay TEXT NOT NULL, delivery TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting','replayed','left-out')), code TEXT,
  PRIMARY KEY (replay, delivery)
) STRICT, WITHOUT ROWID;
CREATE INDEX replay_items_waiting ON replay_items (replay, delivery) WHERE state = 'waiting';
CREATE TABLE digests (person TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID;
ALTER TABLE outbox ADD COLUMN written_by INTEGER;
`;
