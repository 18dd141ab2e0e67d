/**
 * How it goes with each tenant, as whoever holds it last saw it: counts and states alone, so that whoever runs the
 * platform sees all of them without any being opened.
 */
export const tenantHealth = `
CREATE TABLE tenant_health (
  tenant TEXT PRIMARY KEY, seen_at INTEGER NOT NULL, connectors INTEGER NOT NULL, stopped INTEGER NOT NULL,
  held INTEGER NOT NULL, refused INTEGER NOT NULL, dead INTEGER NOT NULL,
  owed INTEGER NOT NULL, oldest_due_at INTEGER, alarms INTEGER NOT NULL
) STRICT;
`;
