/** Payments. Of those of one step at most one is under way or made, which the index holds. */
export const payments = `
CREATE TABLE payments (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, step TEXT NOT NULL, connector TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  status TEXT NOT NULL CHECK (status IN ('new','created','started','submitted','paid','failed','cancelled','expired')),
  reference TEXT, order_sent BLOB, next_url BLOB, last_code TEXT, reminded INTEGER NOT NULL,
  created_at INTEGER NOT NULL, ended_at INTEGER, look_at INTEGER
) STRICT;
CREATE UNIQUE INDEX payments_live ON payments (process, step) WHERE status NOT IN ('failed','cancelled','expired');
CREATE UNIQUE INDEX payments_reference ON payments (connector, reference) WHERE reference IS NOT NULL;
CREATE INDEX payments_process ON payments (process);
CREATE INDEX payments_look ON payments (look_at) WHERE look_at IS NOT NULL;
`;
