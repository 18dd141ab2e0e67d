/** What citizens are asked after they have sent their form: one thing at a time for each process. */
export const information = `
CREATE TABLE information_requests (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, draft TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open','answered','over','withdrawn')),
  details BLOB NOT NULL, reply BLOB,
  if_unanswered TEXT NOT NULL CHECK (if_unanswered IN ('task','go-on')),
  asked_by TEXT NOT NULL, asked_at INTEGER NOT NULL, respond_by TEXT NOT NULL, over_at INTEGER NOT NULL,
  next_at INTEGER NOT NULL, reminded_at INTEGER, ended_at INTEGER, promised_at INTEGER
) STRICT;
CREATE INDEX information_requests_process ON information_requests (process);
CREATE INDEX information_requests_draft ON information_requests (draft);
CREATE UNIQUE INDEX information_requests_open ON information_requests (process) WHERE state = 'open';
CREATE INDEX information_requests_due ON information_requests (next_at) WHERE state = 'open';
`;
