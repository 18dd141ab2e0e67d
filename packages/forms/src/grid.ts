import { type Degrees, type Metres, toGrid as toExactGrid, toWgs84 } from "@guildhall/grid";

export type { Degrees };

/** A point on the National Grid of Great Britain, in whole metres. */
export type GridPoint = Metres;

/**
 * Find the place of a point on the National Grid, to the metre; undefined beyond what a location may be.
 *
 * One shift for all of Great Britain is good to five metres, which tells a house from the house after next.
 */
export function toGrid(degrees: Degrees): GridPoint | undefined {
  const metres = isOnGlobe(degrees) ? toExactGrid(degrees) : undefined;
  return (
    metres && { easting: Math.round(metres.easting) + 0, northing: Math.round(metres.northing) + 0 }
  );
}

/** Find the latitude and longitude of a point on the grid, to a tenth of a metre. */
export function toDegrees(point: GridPoint): Degrees | undefined {
  const exact = toWgs84(point);
  if (!exact) return undefined;
  const degrees = {
    latitude: sixDecimals(exact.latitude),
    longitude: sixDecimals(exact.longitude),
  };
  return isOnGlobe(degrees) ? degrees : undefined;
}

function isOnGlobe({ latitude, longitude }: Degrees): boolean {
  return latitude >= 49 && latitude <= 61 && longitude >= -9 && longitude <= 2;
}

function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6 + 0;
}
