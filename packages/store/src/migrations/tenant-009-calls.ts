/**
 * Calls of the API, for a while, and how many there were of each kind on each day, for longer.
 *
 * The place of a call is its row id, which an index holds besides what it is of.
 */
export const calls = `
CREATE TABLE calls (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL,
  caller_kind TEXT NOT NULL CHECK (caller_kind IN ('key','back-office','staff')), caller TEXT NOT NULL,
  method TEXT NOT NULL, route TEXT NOT NULL, status INTEGER NOT NULL, code TEXT,
  duration_ms INTEGER NOT NULL, request_id TEXT NOT NULL
) STRICT;
CREATE INDEX calls_at ON calls (at);
CREATE INDEX calls_caller ON calls (caller);
CREATE INDEX calls_refused ON calls (seq) WHERE status >= 400;
CREATE TABLE call_counts (
  day INTEGER NOT NULL,
  caller_kind TEXT NOT NULL CHECK (caller_kind IN ('key','back-office','staff','citizen')), caller TEXT NOT NULL,
  route TEXT NOT NULL, outcome TEXT NOT NULL CHECK (outcome IN ('ok','refused','failed')),
  count INTEGER NOT NULL,
  PRIMARY KEY (day, caller_kind, caller, route, outcome)
) STRICT, WITHOUT ROWID;
`;
