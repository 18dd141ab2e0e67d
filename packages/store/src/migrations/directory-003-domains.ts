/** Which tenant's pages stand under a host name of its own, and which of its names comes first. */
export const domains = `
CREATE TABLE domains (domain TEXT PRIMARY KEY, tenant TEXT NOT NULL, place INTEGER NOT NULL) STRICT;
CREATE INDEX domains_tenant ON domains (tenant, place);
`;
