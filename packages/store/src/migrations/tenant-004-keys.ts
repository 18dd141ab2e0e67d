/**
 * What a key may be held to: addresses, a certificate, signatures; and other ways to prove it than its secret.
 *
 * The table is made anew because a key that is proved by its holder's own key pair has no secret.
 */
export const keys = `
CREATE TABLE new_api_keys (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, environment TEXT NOT NULL,
  secret_hash BLOB, last4 TEXT, scopes TEXT NOT NULL, connector TEXT,
  created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, revoked_at INTEGER,
  description TEXT, created_by TEXT,
  previous_hash BLOB, previous_last4 TEXT, previous_ends_at INTEGER,
  addresses TEXT NOT NULL DEFAULT '', certificate TEXT, jwks TEXT, jwks_url TEXT, signature TEXT,
  last_used_at INTEGER
) STRICT;
INSERT INTO new_api_keys (id, name, kind, environment, secret_hash, last4, scopes, connector, created_at, expires_at, revoked_at)
  SELECT id, name, kind, environment, secret_hash, last4, scopes, connector, created_at, expires_at, revoked_at FROM api_keys;
DROP TABLE api_keys;
ALTER TABLE new_api_keys RENAME TO api_keys;
CREATE INDEX api_keys_created ON api_keys (created_at, id);

CREATE TABLE client_assertions (id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
CREATE INDEX client_assertions_until ON client_assertions (until);
`;
