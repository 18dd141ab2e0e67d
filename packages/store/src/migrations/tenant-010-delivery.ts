/**
 * Delivery to the end: what is done to a case and with what, lanes that are claimed apart, starts that nobody ended, a
 * state for what a person dealt with, the attempts, and the breaker of each connector.
 *
 * SQLite cannot change a CHECK, so the outbox is built anew beside itself and takes over every row, in the order it
 * lay in, and every index.
 */
export const delivery = `
CREATE TABLE outbox_to_the_end (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('delivery','message','webhook')),
  purpose TEXT NOT NULL, destination TEXT NOT NULL, event INTEGER NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('create','update','note','attach')), subject TEXT,
  lane TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending','queued','accepted','refused','held','dead','handled')),
  generation INTEGER NOT NULL, attempts INTEGER NOT NULL, crashes INTEGER NOT NULL,
  next_at INTEGER NOT NULL, lease_until INTEGER NOT NULL, give_up_at INTEGER NOT NULL,
  body BLOB, reference TEXT, last_code TEXT, settled_at INTEGER
) STRICT;
INSERT INTO outbox_to_the_end (
  id, process, kind, purpose, destination, event, operation, lane, state, generation, attempts, crashes,
  next_at, lease_until, give_up_at, body, reference, last_code, settled_at
) SELECT
  id, process, kind, purpose, destination, event, 'create',
  CASE kind WHEN 'delivery' THEN 'delivery/' || destination ELSE kind END, state, generation, attempts, 0,
  next_at, lease_until, give_up_at, body, reference, last_code, settled_at
FROM outbox ORDER BY rowid;
DROP TABLE outbox;
ALTER TABLE outbox_to_the_end RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (lane, next_at) WHERE state = 'pending';
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'queued';
CREATE INDEX outbox_process ON outbox (process);
CREATE INDEX outbox_reference ON outbox (destination, reference) WHERE reference IS NOT NULL;
CREATE INDEX outbox_stuck ON outbox (state) WHERE state IN ('refused','held','dead');
CREATE INDEX outbox_webhooks ON outbox (destination, id) WHERE kind = 'webhook';
CREATE TABLE attempts (
  delivery TEXT NOT NULL, attempt INTEGER NOT NULL, begun_at INTEGER NOT NULL, ended_at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted','refused','retry','ambiguous')), code TEXT, exchanges BLOB,
  PRIMARY KEY (delivery, attempt)
) STRICT, WITHOUT ROWID;
CREATE TABLE breakers (
  connector TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('closed','open','half-open')),
  failures INTEGER NOT NULL, window_from INTEGER NOT NULL, calls INTEGER NOT NULL, failed INTEGER NOT NULL,
  trips INTEGER NOT NULL, open_since INTEGER, open_until INTEGER, code TEXT
) STRICT;
`;
