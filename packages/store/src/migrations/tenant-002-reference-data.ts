/**
 * What services look up: datasets, schema sets and code lists; and what a folder said when it was last applied.
 *
 * Configuration that is changed by any other way than its folder ends what is remembered of the folder.
 */
export const referenceData = `
CREATE TABLE datasets (id TEXT PRIMARY KEY, columns TEXT NOT NULL, digest TEXT NOT NULL) STRICT;
CREATE TABLE dataset_rows (
  dataset TEXT NOT NULL, key TEXT NOT NULL, cells TEXT NOT NULL, PRIMARY KEY (dataset, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE schema_sets (id TEXT PRIMARY KEY, definition TEXT NOT NULL, digest TEXT NOT NULL) STRICT;
CREATE TABLE code_lists (
  connector TEXT NOT NULL, list TEXT NOT NULL, codes TEXT NOT NULL, fetched_at INTEGER NOT NULL,
  PRIMARY KEY (connector, list)
) STRICT;

CREATE INDEX outbox_stuck ON outbox (state) WHERE state IN ('refused','held','dead');

CREATE TABLE applied_folder (one INTEGER PRIMARY KEY CHECK (one = 1), digest TEXT NOT NULL) STRICT;
CREATE TRIGGER brands_added AFTER INSERT ON brands BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER brands_changed AFTER UPDATE ON brands BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER connectors_added AFTER INSERT ON connectors BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER connectors_changed AFTER UPDATE OF definition ON connectors BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER services_added AFTER INSERT ON service_versions BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER services_changed AFTER UPDATE ON service_versions BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER datasets_added AFTER INSERT ON datasets BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER datasets_changed AFTER UPDATE ON datasets BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER datasets_removed AFTER DELETE ON datasets BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER schemas_added AFTER INSERT ON schema_sets BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER schemas_changed AFTER UPDATE ON schema_sets BEGIN DELETE FROM applied_folder; END;
CREATE TRIGGER schemas_removed AFTER DELETE ON schema_sets BEGIN DELETE FROM applied_folder; END;
`;
