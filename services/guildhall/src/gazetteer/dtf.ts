import type { FileRecord } from "./records.ts";

/** The places of the fields that are read, in each kind of record of DTF 7.3. */
const street = { usrn: 3, description: 4, locality: 5, town: 6, language: 8 };
const property = { uprn: 3, x: 8, y: 9, custodian: 11, ended: 13, postcode: 17 };
const address = { uprn: 3, status: 6, ended: 8, usrn: 21 };
const classification = { uprn: 3, code: 5 };
const organisation = { uprn: 3, name: 5 };

/** The fields of an address that stand in its own record. */
const written = {
  SAO_START_NUMBER: 11,
  SAO_START_SUFFIX: 12,
  SAO_END_NUMBER: 13,
  SAO_END_SUFFIX: 14,
  SAO_TEXT: 15,
  PAO_START_NUMBER: 16,
  PAO_START_SUFFIX: 17,
  PAO_END_NUMBER: 18,
  PAO_END_SUFFIX: 19,
  PAO_TEXT: 20,
};

/** Whether a file begins as the transfer format of BS 7666 does. */
export function isDtf({ cells }: FileRecord): boolean {
  return cells[0] === "10" && cells.length > 3;
}

/** What the addresses of a file refer to: held while they are read, a line for each property and street. */
export interface Referred {
  readonly streets: Map<string, readonly [description: string, locality: string, town: string]>;
  readonly properties: Map<string, string>;
  readonly organisations: Map<string, string>;
  /** Shells of other properties, which nobody lives in. */
  readonly shells: Set<string>;
}

export function nothingReferred(): Referred {
  return {
    streets: new Map(),
    properties: new Map(),
    organisations: new Map(),
    shells: new Set(),
  };
}

/** Take in a record that addresses refer to; any other is passed over. */
export function refer(referred: Referred, { cells }: FileRecord): void {
  const cell = (at: number) => cells[at] ?? "";
  switch (cells[0]) {
    case "15":
      // Of a street with two names the first stays.
      if (!referred.streets.has(cell(street.usrn)))
        referred.streets.set(cell(street.usrn), [
          cell(street.description),
          cell(street.locality),
          cell(street.town),
        ]);
      break;
    case "21":
      if (!cell(property.ended))
        referred.properties.set(
          cell(property.uprn),
          [property.x, property.y, property.custodian, property.postcode].map(cell).join("|"),
        );
      break;
    case "31":
      referred.organisations.set(cell(organisation.uprn), cell(organisation.name));
      break;
    case "32":
      if (cell(classification.code).startsWith("P")) referred.shells.add(cell(classification.uprn));
      break;
  }
}

/** An address as a record of the gazetteer; undefined for any other record, and for what has ended. */
export function dtfRecord(
  { streets, properties, organisations, shells }: Referred,
  { cells }: FileRecord,
): Record<string, string> | undefined {
  if (cells[0] !== "24") return undefined;
  const cell = (at: number) => cells[at] ?? "";
  const uprn = cell(address.uprn);
  const [description = "", locality = "", town = ""] = streets.get(cell(address.usrn)) ?? [];
  const [x = "", y = "", custodian = "", postcode = ""] = properties.get(uprn)?.split("|") ?? [];
  const isGone = cell(address.ended) !== "" || shells.has(uprn);
  const all = {
    UPRN: uprn,
    LOGICAL_STATUS_CODE: isGone ? "8" : cell(address.status),
    ORGANISATION: organisations.get(uprn) ?? "",
    ...Object.fromEntries(Object.entries(written).map(([name, at]) => [name, cell(at)])),
    STREET_DESCRIPTION: description,
    LOCALITY_NAME: locality,
    TOWN_NAME: town,
    POSTCODE_LOCATOR: postcode,
    X_COORDINATE: x,
    Y_COORDINATE: y,
    LOCAL_CUSTODIAN_CODE: custodian,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}
