/**
 * What figures and health are read from.
 *
 * A process says which ward it is about, where it was answered, and how many working days it took to end; an attempt
 * says at which connector it was made. Both are known of what comes from now on. An index each gives what was received,
 * what ended, what is open, what is to do and what was tried without reading a row.
 */
export const figures = `
ALTER TABLE processes ADD COLUMN ward TEXT;
ALTER TABLE processes ADD COLUMN working_days INTEGER;
CREATE INDEX processes_received ON processes (received_at, service, channel, ward);
CREATE INDEX processes_ended ON processes (ended_at, service, channel, ward, working_days, respond_by)
  WHERE ended_at IS NOT NULL;
CREATE INDEX processes_open ON processes (respond_by, service) WHERE status = 'open';
CREATE INDEX tasks_workload ON tasks (team, assignee, due_at, state)
  WHERE state IN ('open','in-progress');
ALTER TABLE attempts ADD COLUMN connector TEXT;
CREATE INDEX attempts_at_connector ON attempts (connector, outcome, ended_at, begun_at, code)
  WHERE connector IS NOT NULL;
`;
