import { degreesOf } from "../pages/national-grid.ts";
import { lineOf } from "./search.ts";
import type { MadeAddress } from "./world/build.ts";

export type Dataset = "DPA" | "LPI";

/** An address as one of Ordnance Survey's datasets has it. */
export function presentAddress(address: MadeAddress, dataset: Dataset, match = 1) {
  const own = dataset === "DPA" ? dpaOf(address) : lpiOf(address);
  return {
    [dataset]: { UPRN: address.uprn, ADDRESS: lineOf(address), ...own, ...common(address, match) },
  };
}

function common({ at, street, flat, organisation }: MadeAddress, match: number) {
  const { custodian } = street.town;
  const { longitude, latitude } = degreesOf(at);
  return {
    X_COORDINATE: at.easting,
    Y_COORDINATE: at.northing,
    LNG: longitude,
    LAT: latitude,
    LOCAL_CUSTODIAN_CODE: custodian.code,
    LOCAL_CUSTODIAN_CODE_DESCRIPTION: custodian.name,
    COUNTRY_CODE: "E",
    CLASSIFICATION_CODE: organisation ? "CR08" : flat ? "RD06" : "RD03",
    BLPU_STATE_CODE: "2",
    RPC: "1",
    LANGUAGE: "EN",
    MATCH: match,
    MATCH_DESCRIPTION: match === 1 ? "EXACT" : "PARTIAL",
  };
}

function dpaOf({ flat, building, number, street, postcode, organisation }: MadeAddress) {
  const { town } = street;
  return without({
    ORGANISATION_NAME: organisation?.toUpperCase(),
    SUB_BUILDING_NAME: flat && `FLAT ${flat}`,
    BUILDING_NAME: building?.toUpperCase(),
    BUILDING_NUMBER: number === undefined ? undefined : String(number),
    THOROUGHFARE_NAME: street.name.toUpperCase(),
    DEPENDENT_LOCALITY: town.locality?.toUpperCase(),
    POST_TOWN: town.postTown,
    POSTCODE: postcode,
    STATUS: "APPROVED",
    LOGICAL_STATUS_CODE: "1",
  });
}

function lpiOf(address: MadeAddress) {
  const { uprn, flat, building, number, street, postcode, organisation } = address;
  const { town, usrn, name } = street;
  return without({
    USRN: String(usrn),
    LPI_KEY: `${town.custodian.code}L${uprn.slice(-9)}`,
    ORGANISATION: organisation?.toUpperCase(),
    SAO_TEXT: flat && `FLAT ${flat}`,
    PAO_TEXT: building?.toUpperCase(),
    PAO_START_NUMBER: number === undefined ? undefined : String(number),
    STREET_DESCRIPTION: name.toUpperCase(),
    LOCALITY_NAME: town.locality?.toUpperCase(),
    TOWN_NAME: town.postTown,
    ADMINISTRATIVE_AREA: town.custodian.area,
    POSTCODE_LOCATOR: postcode,
    STATUS: "APPROVED",
    LOGICAL_STATUS_CODE: "1",
  });
}

/** What an address has not, its record has no field for. */
function without(fields: Record<string, string | undefined | 0>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}
