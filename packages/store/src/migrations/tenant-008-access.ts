/**
 * Who asked for access; and a revision of what the tenant's configuration says, which grows with every change of it,
 * so that a copy of the tenant can tell whether it is still one.
 */
export const access = `
CREATE TABLE access_requests (
  id TEXT PRIMARY KEY, token_hash BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('test-only','waiting','approved','refused','collected')),
  kind TEXT NOT NULL CHECK (kind IN ('vendor','partner')), scopes TEXT NOT NULL, details BLOB NOT NULL,
  test_key TEXT NOT NULL, live_key TEXT, granted TEXT, reason BLOB,
  asked_at INTEGER NOT NULL, decided_at INTEGER, decided_by TEXT, collected_at INTEGER
) STRICT;
CREATE INDEX access_asked ON access_requests (state, asked_at);

CREATE TABLE configuration (
  one INTEGER PRIMARY KEY CHECK (one = 1), revision INTEGER NOT NULL, copied_from TEXT
) STRICT;
INSERT INTO configuration (one, revision) VALUES (1, 0);
CREATE TRIGGER brands_added_revised AFTER INSERT ON brands BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER brands_changed_revised AFTER UPDATE ON brands BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER connectors_added_revised AFTER INSERT ON connectors BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER connectors_changed_revised AFTER UPDATE OF definition ON connectors BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER services_added_revised AFTER INSERT ON service_versions BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER services_changed_revised AFTER UPDATE ON service_versions BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER datasets_added_revised AFTER INSERT ON datasets BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER datasets_changed_revised AFTER UPDATE ON datasets BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER datasets_removed_revised AFTER DELETE ON datasets BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER schemas_added_revised AFTER INSERT ON schema_sets BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER schemas_changed_revised AFTER UPDATE ON schema_sets BEGIN UPDATE configuration SET revision = revision + 1; END;
CREATE TRIGGER schemas_removed_revised AFTER DELETE ON schema_sets BEGIN UPDATE configuration SET revision = revision + 1; END;
`;
