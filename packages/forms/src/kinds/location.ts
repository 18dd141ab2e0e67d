import { isInNorthernIreland, isOffGreatBritain } from "@guildhall/grid";
import { type Degrees, type GridPoint, toDegrees, toGrid } from "../grid.ts";
import { type Answer, type Check, isRecord, refuse } from "../sheet.ts";
import { postcodeCheck, uprnCheck } from "./address.ts";
import { optional, type Parts, partsCheck } from "./parts.ts";
import { lineCheck } from "./text.ts";

/** How far apart two positions of one place may be, for all that they were measured differently. */
const mostApartMetres = 50;

export const locationParts: Parts = new Map([
  ["latitude", optional(coordinateCheck(49, 61, 6))],
  ["longitude", optional(coordinateCheck(-9, 2, 6))],
  ["easting", optional(coordinateCheck(0, 700_000, 0))],
  ["northing", optional(coordinateCheck(0, 1_300_000, 0))],
  ["postcode", optional(postcodeCheck())],
  ["uprn", optional(uprnCheck())],
  ["description", optional(lineCheck(300))],
]);

/**
 * Check a place in Great Britain, and work out the half of its position that was not given.
 *
 * Latitude and longitude are WGS84's, easting and northing the National Grid's; one is made from the other by a single
 * shift for the whole country, which is good to five metres. Where both are given and are more than fifty metres
 * apart, one of them is of another place.
 */
export function locationCheck(): Check {
  return partsCheck(locationParts, (location, pointer, sheet) => {
    const lacking = halfOf(location);
    if (lacking) return refuse(sheet, `${pointer}/${lacking}`, "required");
    if (!isPlaced(location)) return refuse(sheet, pointer, "no-place");
    const place = placeOf(location);
    const fault = place ? faultOf(place) : "outside";
    return fault ? refuse(sheet, pointer, fault) : { ...place, ...location };
  });
}

type Place = Degrees & GridPoint;

function faultOf(place: Place): string | undefined {
  if (isInNorthernIreland(place)) return "northern-ireland";
  if (isOffGreatBritain(place)) return "outside";
  return distance(place) > mostApartMetres ? "two-places" : undefined;
}

const pairs = [
  ["latitude", "longitude"],
  ["easting", "northing"],
] as const;

/** The part that is missing beside its other half. */
function halfOf(location: Record<string, Answer>): string | undefined {
  return pairs
    .filter((pair) => pair.filter((part) => part in location).length === 1)
    .flatMap((pair) => pair.filter((part) => !(part in location)))[0];
}

function isPlaced(location: Record<string, Answer>): boolean {
  return pairs.some((pair) => pair.every((part) => part in location));
}

/** The whole position of a place, what was given as it was given; undefined beyond Great Britain's square. */
function placeOf(location: object): Place | undefined {
  const degrees = hasBoth(location, "latitude", "longitude") ? (location as Place) : undefined;
  const metres = hasBoth(location, "easting", "northing") ? (location as Place) : undefined;
  const onGlobe = degrees ?? (metres && toDegrees(metres));
  const onGrid = metres ?? (degrees && toGrid(degrees));
  return onGlobe && onGrid && wholeOf(onGlobe, onGrid);
}

function wholeOf({ latitude, longitude }: Degrees, { easting, northing }: GridPoint): Place {
  return { latitude, longitude, easting, northing };
}

function hasBoth(location: object, one: string, other: string): boolean {
  return one in location && other in location;
}

function distance({ easting, northing, ...degrees }: Place): number {
  const other = toGrid(degrees);
  return other ? Math.hypot(other.easting - easting, other.northing - northing) : Infinity;
}

/** A sixth decimal of a degree is a hand's breadth. Nothing is minus zero. */
function coordinateCheck(min: number, max: number, decimals: number): Check {
  return (value, pointer, sheet) => {
    if (typeof value !== "number") return refuse(sheet, pointer, "invalid");
    if (!(value >= min && value <= max)) return refuse(sheet, pointer, "outside");
    return Number(value.toFixed(decimals)) + 0;
  };
}

/** Tell whether an answer says where it is on the grid. */
export function isPlace(value: unknown): value is Place {
  return isRecord(value) && typeof value.easting === "number" && typeof value.northing === "number";
}
