import proj4 from "proj4";

/** On the National Grid of Great Britain. */
export interface Metres {
  readonly easting: number;
  readonly northing: number;
}

/** In WGS84, as a phone or a web map gives it. */
export interface Degrees {
  readonly longitude: number;
  readonly latitude: number;
}

/** OSGB36 on the Airy 1830 ellipsoid, and the Helmert shift from it to WGS84 that Ordnance Survey publishes. */
export const airyDatum = "+ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489";
export const nationalGrid = `+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 ${airyDatum} +units=m +no_defs`;

const grid = proj4(nationalGrid);

/**
 * Find a place's coordinate on the National Grid, or nothing beyond it.
 *
 * One shift for all of Great Britain is good to five metres, and mostly to two. That tells a house from
 * the house after next; a survey needs OSTN15, whose table would weigh more than all the rest of us.
 */
export function toGrid({ longitude, latitude }: Degrees): Metres | undefined {
  if (!isBetween(longitude, -10, 4) || !isBetween(latitude, 49, 62)) return undefined;
  const [easting, northing] = grid.forward([longitude, latitude]);
  const metres = { easting, northing };
  return isOnGrid(metres) ? metres : undefined;
}

/** Find the longitude and latitude of a coordinate, as exactly as `toGrid` does. */
export function toWgs84(metres: Metres): Degrees | undefined {
  if (!isOnGrid(metres)) return undefined;
  const [longitude, latitude] = grid.inverse([metres.easting, metres.northing]);
  return { longitude, latitude };
}

function isOnGrid({ easting, northing }: Metres): boolean {
  return isBetween(easting, 0, 700_000) && isBetween(northing, 0, 1_300_000);
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
