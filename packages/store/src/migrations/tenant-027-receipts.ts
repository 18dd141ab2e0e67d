/** What became of messages after they were handed over, and by which channels a person can be told. */
export const receipts = `
CREATE TABLE receipts (
  message TEXT PRIMARY KEY, fate TEXT NOT NULL CHECK (fate IN ('received','bounced')),
  lasting INTEGER NOT NULL, code TEXT, at INTEGER NOT NULL, applied INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
ALTER TABLE processes ADD COLUMN told_by TEXT;
`;
