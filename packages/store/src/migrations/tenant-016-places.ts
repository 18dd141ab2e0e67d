/**
 * The council's own gazetteer of addresses.
 *
 * Each import is a generation of its own, and one row says which is in use: an import that fails half-way changes
 * nothing, and one that ends is in use from one moment to the next.
 */
export const places = `
CREATE TABLE gazetteers (
  generation INTEGER PRIMARY KEY, addresses INTEGER NOT NULL, imported_at INTEGER NOT NULL, in_use INTEGER NOT NULL
) STRICT;
CREATE TABLE gazetteer_addresses (
  generation INTEGER NOT NULL, uprn TEXT NOT NULL, line1 TEXT NOT NULL, line2 TEXT, town TEXT NOT NULL,
  postcode TEXT, custodian TEXT NOT NULL, easting INTEGER NOT NULL, northing INTEGER NOT NULL,
  PRIMARY KEY (generation, uprn)
) STRICT, WITHOUT ROWID;
CREATE INDEX gazetteer_by_postcode ON gazetteer_addresses (generation, postcode);
CREATE INDEX gazetteer_by_place ON gazetteer_addresses (generation, easting, northing);
CREATE TABLE gazetteer_words (
  generation INTEGER NOT NULL, word TEXT NOT NULL, uprn TEXT NOT NULL, PRIMARY KEY (generation, word, uprn)
) STRICT, WITHOUT ROWID;
`;
