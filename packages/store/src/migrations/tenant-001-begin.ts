/** The first shape of a tenant's database. */
export const begin = `
CREATE TABLE secrets (name TEXT PRIMARY KEY, jwe TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;
CREATE TABLE brands (id TEXT PRIMARY KEY, definition TEXT NOT NULL, logo BLOB) STRICT;
CREATE TABLE connectors (id TEXT PRIMARY KEY, definition TEXT NOT NULL, polled_to INTEGER) STRICT;
CREATE TABLE service_versions (
  service TEXT NOT NULL, version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('live','replaced','withdrawn')),
  definition TEXT NOT NULL, published_at INTEGER NOT NULL,
  PRIMARY KEY (service, version)
) STRICT;
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, environment TEXT NOT NULL,
  secret_hash BLOB NOT NULL, last4 TEXT NOT NULL, scopes TEXT NOT NULL, connector TEXT,
  created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, revoked_at INTEGER
) STRICT;

CREATE TABLE drafts (
  id TEXT PRIMARY KEY, service TEXT NOT NULL, version INTEGER NOT NULL, answers BLOB NOT NULL,
  expires_at INTEGER NOT NULL, process TEXT
) STRICT;
CREATE TABLE processes (
  id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, service TEXT NOT NULL, version INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open','completed','closed','referred')),
  stage TEXT NOT NULL, answers BLOB NOT NULL,
  email_index INTEGER, phone_index INTEGER, postcode_index INTEGER, surname_index INTEGER,
  grant_generation INTEGER NOT NULL, received_at INTEGER NOT NULL, respond_by INTEGER, ended_at INTEGER
) STRICT;
CREATE INDEX processes_email ON processes (email_index) WHERE email_index IS NOT NULL;
CREATE INDEX processes_phone ON processes (phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX processes_postcode ON processes (postcode_index) WHERE postcode_index IS NOT NULL;
CREATE INDEX processes_surname ON processes (surname_index) WHERE surname_index IS NOT NULL;
CREATE TABLE documents (
  id TEXT PRIMARY KEY, draft TEXT, process TEXT, question TEXT, details BLOB NOT NULL,
  content_type TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, storage TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_process ON documents (process) WHERE process IS NOT NULL;
CREATE INDEX documents_draft ON documents (draft) WHERE draft IS NOT NULL;
CREATE TABLE notes (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, visible INTEGER NOT NULL, author TEXT NOT NULL,
  contents BLOB NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_process ON notes (process);
CREATE TABLE tasks (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, step TEXT NOT NULL, title TEXT NOT NULL, team TEXT,
  state TEXT NOT NULL CHECK (state IN ('open','in-progress','completed','cancelled')),
  external_status TEXT, due_at INTEGER, completed_at INTEGER, fields BLOB
) STRICT;
CREATE INDEX tasks_process ON tasks (process);

CREATE TABLE events (
  seq INTEGER PRIMARY KEY, type TEXT NOT NULL, process TEXT, subject TEXT NOT NULL,
  actor_kind TEXT NOT NULL, actor_id TEXT NOT NULL, actor_name TEXT NOT NULL,
  at INTEGER NOT NULL, data TEXT NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE INDEX events_process ON events (process, seq) WHERE process IS NOT NULL;
CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events stay as they are'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events remain'); END;

CREATE TABLE outbox (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('delivery','message')),
  purpose TEXT NOT NULL, destination TEXT NOT NULL, event INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending','queued','accepted','refused','held','dead')),
  generation INTEGER NOT NULL, attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL, lease_until INTEGER NOT NULL, give_up_at INTEGER NOT NULL,
  body BLOB, reference TEXT, last_code TEXT, settled_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'pending';
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'queued';
CREATE INDEX outbox_process ON outbox (process);
CREATE INDEX outbox_reference ON outbox (destination, reference) WHERE reference IS NOT NULL;
CREATE TABLE seen_changes (
  connector TEXT NOT NULL, reference TEXT NOT NULL, change_key TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (connector, reference)
) STRICT;
CREATE TABLE idempotency (
  id TEXT PRIMARY KEY, request_digest TEXT NOT NULL, response BLOB NOT NULL, at INTEGER NOT NULL
) STRICT;
`;
