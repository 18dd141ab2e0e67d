/**
 * Staff: who they are, sign-ins that have begun, and sessions.
 *
 * What lets somebody in lies here as a digest, or not at all: a session's secret follows from its row and the tenant's key.
 */
export const staff = `
CREATE TABLE people (
  id TEXT PRIMARY KEY, details BLOB NOT NULL, email_index INTEGER NOT NULL, subject TEXT,
  roles TEXT NOT NULL, active INTEGER NOT NULL, created_at INTEGER NOT NULL, last_signed_in_at INTEGER
) STRICT;
CREATE INDEX people_email ON people (email_index);
CREATE UNIQUE INDEX people_subject ON people (subject) WHERE subject IS NOT NULL;
CREATE TABLE sign_ins (
  digest TEXT PRIMARY KEY, browser TEXT, email_index INTEGER, person TEXT, checks BLOB, expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_ins_email ON sign_ins (email_index) WHERE email_index IS NOT NULL;
CREATE INDEX sign_ins_expiry ON sign_ins (expires_at);
CREATE TABLE sessions (
  id TEXT PRIMARY KEY, person TEXT NOT NULL, generation INTEGER NOT NULL, id_token BLOB,
  started_at INTEGER NOT NULL, used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_person ON sessions (person);
CREATE INDEX sessions_used ON sessions (used_at);
`;
