import proj4 from "proj4";
import { z } from "zod";

/** A place on the National Grid of Great Britain, in metres. */
export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

const airy = "+ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489";
const grid = proj4(
  `+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 ${airy} +units=m +no_defs`,
);

const Coordinate = z.coerce.number().positive();
const Point = z.object({
  type: z.literal("Point"),
  coordinates: z.tuple([z.number(), z.number()]),
});

/** The place of an easting and a northing, each a number or its text. */
export function pointOf(easting: unknown, northing: unknown): GridPoint | undefined {
  return onGrid(Coordinate.safeParse(easting).data, Coordinate.safeParse(northing).data);
}

/** The place of a GeoJSON point, whose longitude comes first. */
export function pointOfGeometry(geometry: unknown): GridPoint | undefined {
  const point = Point.safeParse(geometry).data;
  if (!point) return undefined;
  const [easting, northing] = grid.forward(point.coordinates);
  return onGrid(Math.round(easting), Math.round(northing));
}

/** The grid reference of a place, to a square of ten metres: `TL 4520 5980`. */
export function gridReference({ easting, northing }: GridPoint): string {
  const [column, row] = [Math.floor(easting / 100_000), Math.floor(northing / 100_000)];
  const large = letterOf(Math.floor((column + 10) / 5), Math.floor((row + 5) / 5));
  const small = letterOf((column + 10) % 5, (row + 5) % 5);
  const digits = (metres: number) => String(Math.floor((metres % 100_000) / 10)).padStart(4, "0");
  return `${large}${small} ${digits(easting)} ${digits(northing)}`;
}

/** Squares are lettered from the north-west, five to a row, without an I. */
function letterOf(column: number, row: number): string {
  return "ABCDEFGHJKLMNOPQRSTUVWXYZ"[(4 - row) * 5 + column] ?? "";
}

function onGrid(easting: number | undefined, northing: number | undefined): GridPoint | undefined {
  if (easting === undefined || northing === undefined) return undefined;
  return easting < 700_000 && northing < 1_300_000 ? { easting, northing } : undefined;
}

/** The longitude and latitude of a place, to a tenth of a metre. */
export function degreesOf({ easting, northing }: GridPoint): {
  longitude: number;
  latitude: number;
} {
  const [longitude, latitude] = grid.inverse([easting, northing]);
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { longitude: rounded(longitude), latitude: rounded(latitude) };
}
