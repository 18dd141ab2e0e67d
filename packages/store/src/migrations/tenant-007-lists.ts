/**
 * Lists that people work through: tasks that are still to do, when each was last changed, and what may be shown of a secret.
 *
 * Of tasks only those still open are indexed, so that the index stays small however many have ended.
 */
export const lists = `
ALTER TABLE tasks ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
UPDATE tasks SET updated_at =
  coalesce(completed_at, (SELECT received_at FROM processes WHERE processes.id = tasks.process), 0);
CREATE INDEX tasks_open ON tasks (id) WHERE state IN ('open','in-progress');
ALTER TABLE secrets ADD COLUMN last4 TEXT;
`;
