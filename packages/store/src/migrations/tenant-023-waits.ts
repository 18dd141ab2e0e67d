/** What processes wait for, once for each step of each. A payment that is not waited for any more is waived. */
export const waits = `
CREATE TABLE waits (
  process TEXT NOT NULL, step TEXT NOT NULL,
  until TEXT NOT NULL CHECK (until IN ('tasks','stage','days')), stage TEXT,
  begun_at INTEGER NOT NULL, due_at INTEGER, ended_at INTEGER,
  PRIMARY KEY (process, step)
) STRICT;
CREATE INDEX waits_due ON waits (due_at) WHERE ended_at IS NULL AND due_at IS NOT NULL;
ALTER TABLE payments ADD COLUMN waived INTEGER NOT NULL DEFAULT 0;
`;
