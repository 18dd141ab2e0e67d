import { FileRefused } from "./records.ts";

/** What a council's export may call each field of a gazetteer. */
const names: Readonly<Record<string, readonly string[]>> = {
  UPRN: ["UPRN"],
  LOGICAL_STATUS_CODE: ["LOGICAL_STATUS_CODE", "LOGICAL_STATUS", "LPI_LOGICAL_STATUS"],
  ORGANISATION: ["ORGANISATION", "ORGANISATION_NAME", "ORG_NAME"],
  SAO_TEXT: ["SAO_TEXT"],
  SAO_START_NUMBER: ["SAO_START_NUMBER"],
  SAO_START_SUFFIX: ["SAO_START_SUFFIX"],
  SAO_END_NUMBER: ["SAO_END_NUMBER"],
  SAO_END_SUFFIX: ["SAO_END_SUFFIX"],
  PAO_TEXT: ["PAO_TEXT"],
  PAO_START_NUMBER: ["PAO_START_NUMBER"],
  PAO_START_SUFFIX: ["PAO_START_SUFFIX"],
  PAO_END_NUMBER: ["PAO_END_NUMBER"],
  PAO_END_SUFFIX: ["PAO_END_SUFFIX"],
  STREET_DESCRIPTION: ["STREET_DESCRIPTION", "STREET_DESCRIPTOR", "STREET_NAME", "STREET"],
  LOCALITY_NAME: ["LOCALITY_NAME", "LOCALITY"],
  TOWN_NAME: ["TOWN_NAME", "TOWN", "POST_TOWN"],
  POSTCODE_LOCATOR: ["POSTCODE_LOCATOR", "POSTCODE"],
  X_COORDINATE: ["X_COORDINATE", "EASTING", "X"],
  Y_COORDINATE: ["Y_COORDINATE", "NORTHING", "Y"],
  LOCAL_CUSTODIAN_CODE: ["LOCAL_CUSTODIAN_CODE", "CUSTODIAN_CODE", "CUSTODIAN"],
};
const needed = ["UPRN", "X_COORDINATE", "Y_COORDINATE", "TOWN_NAME", "STREET_DESCRIPTION"];

export type Columns = ReadonlyMap<string, number>;

/**
 * Find the columns of a flat file by its first row.
 *
 * @throws FileRefused where one is missing that every address needs
 */
export function columnsOf(header: readonly string[]): Columns {
  const given = header.map((name) =>
    name
      .trim()
      .toUpperCase()
      .replaceAll(/[\s-]+/g, "_"),
  );
  const columns = new Map(
    Object.entries(names).flatMap(([field, aliases]) => {
      const at = given.findIndex((name) => aliases.includes(name));
      return at < 0 ? [] : [[field, at] as const];
    }),
  );
  const missing = needed.filter((field) => !columns.has(field));
  if (missing.length > 0)
    throw new FileRefused(
      `The first line names no column ${missing.join(", ")}. It must name each column, as BS 7666 does.`,
    );
  return columns;
}

/** One row as a record of the gazetteer, what is empty left out. */
export function flatRecord(columns: Columns, cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    [...columns].flatMap(([field, at]) => (cells[at] ? [[field, cells[at]]] : [])),
  );
}
