/**
 * Webhooks: who asked for them, and a third kind of row in the outbox.
 *
 * SQLite cannot change a CHECK, so the outbox is built anew beside itself and takes over every row, in the order it
 * lay in, and every index.
 */
export const webhooks = `
CREATE TABLE outbox_with_webhooks (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('delivery','message','webhook')),
  purpose TEXT NOT NULL, destination TEXT NOT NULL, event INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending','queued','accepted','refused','held','dead')),
  generation INTEGER NOT NULL, attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL, lease_until INTEGER NOT NULL, give_up_at INTEGER NOT NULL,
  body BLOB, reference TEXT, last_code TEXT, settled_at INTEGER
) STRICT;
INSERT INTO outbox_with_webhooks (
  id, process, kind, purpose, destination, event, state, generation, attempts,
  next_at, lease_until, give_up_at, body, reference, last_code, settled_at
) SELECT
  id, process, kind, purpose, destination, event, state, generation, attempts,
  next_at, lease_until, give_up_at, body, reference, last_code, settled_at
FROM outbox ORDER BY rowid;
DROP TABLE outbox;
ALTER TABLE outbox_with_webhooks RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'pending';
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'queued';
CREATE INDEX outbox_process ON outbox (process);
CREATE INDEX outbox_reference ON outbox (destination, reference) WHERE reference IS NOT NULL;
CREATE INDEX outbox_stuck ON outbox (state) WHERE state IN ('refused','held','dead');
CREATE INDEX outbox_webhooks ON outbox (destination, id) WHERE kind = 'webhook';
CREATE TABLE subscriptions (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, events TEXT NOT NULL, description TEXT,
  state TEXT NOT NULL CHECK (state IN ('active','disabled')), disabled_reason TEXT,
  signature TEXT NOT NULL CHECK (signature IN ('ed25519','hmac')), public_keys TEXT NOT NULL,
  owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL, owner_name TEXT NOT NULL,
  created_at INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX subscriptions_owner ON subscriptions (owner_id);
`;
