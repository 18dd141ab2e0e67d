/** Where requests are that others may see and follow, and who follows them. */
export const following = `
CREATE TABLE public_places (
  process TEXT PRIMARY KEY, service TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL,
  cell INTEGER NOT NULL, uprn TEXT, received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX public_places_near ON public_places (service, cell, received_at, latitude, longitude, process);
CREATE INDEX public_places_at ON public_places (service, uprn, received_at) WHERE uprn IS NOT NULL;
CREATE INDEX public_places_old ON public_places (received_at);
CREATE TABLE followers (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, email_index INTEGER NOT NULL, details BLOB NOT NULL,
  asked_at INTEGER NOT NULL, confirmed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX followers_of ON followers (process, email_index);
CREATE INDEX followers_asked ON followers (email_index, asked_at);
`;
