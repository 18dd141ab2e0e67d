import { type Degrees, type Metres, toGrid, toWgs84 } from "@guildhall/grid";
import { MappingFault, type Place } from "../fault.ts";
import { isRecord } from "../scope.ts";
import { isNumber } from "../text.ts";
import { type CompileSetting, itemwise } from "./change.ts";

type Part = "easting" | "northing" | "longitude" | "latitude" | "point";

/** Say where an address or a place is; without a coordinate, or beyond the National Grid, it is nowhere. */
export const compilePlace: CompileSetting<"place"> = ({ place: part }, place) => {
  const read = readers[part];
  return itemwise((value) => read(locationOf(value, place)));
};

const readers: Record<Part, (location: Location) => unknown> = {
  easting: (location) => rounded(metresOf(location)?.easting, 0),
  northing: (location) => rounded(metresOf(location)?.northing, 0),
  longitude: (location) => rounded(degreesOf(location)?.longitude, 7),
  latitude: (location) => rounded(degreesOf(location)?.latitude, 7),
  point: (location) => pointAt(degreesOf(location)),
};

type Location = Metres | Degrees | undefined;

function locationOf(value: unknown, place: Place): Location {
  if (!isRecord(value)) throw new MappingFault(place, "the value is not an address or a place");
  const { easting, northing, longitude, latitude } = value;
  if (isNumber(easting) && isNumber(northing)) return { easting, northing };
  return isNumber(longitude) && isNumber(latitude) ? { longitude, latitude } : undefined;
}

function metresOf(location: Location): Metres | undefined {
  return location && "longitude" in location ? toGrid(location) : location;
}

function degreesOf(location: Location): Degrees | undefined {
  return location && "easting" in location ? toWgs84(location) : location;
}

/** A GeoJSON point, whose longitude comes first. */
function pointAt(degrees: Degrees | undefined): unknown {
  if (!degrees) return undefined;
  const coordinates = [rounded(degrees.longitude, 7), rounded(degrees.latitude, 7)];
  return { type: "Point", coordinates };
}

/** The seventh decimal of a degree is a centimetre. Nothing is minus zero. */
function rounded(value: number | undefined, decimals: number): number | undefined {
  return value === undefined ? undefined : Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}
