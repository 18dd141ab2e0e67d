import type { Degrees } from "./national-grid.ts";

type Outline = readonly (readonly [longitude: number, latitude: number])[];

/** Northern Ireland, its border to a few miles and its coast well out to sea; no part of Great Britain is in it. */
const northernIreland: Outline = [
  [-8.2, 54.45],
  [-7.9, 54.2],
  [-7.55, 54.1],
  [-7.2, 54.15],
  [-7.0, 54.42],
  [-6.75, 54.18],
  [-6.65, 54.05],
  [-6.3, 54.08],
  [-6.1, 54.0],
  [-5.3, 54.0],
  [-5.3, 54.75],
  [-5.6, 54.9],
  [-5.9, 55.1],
  [-5.95, 55.34],
  [-6.4, 55.35],
  [-6.95, 55.22],
  [-7.25, 55.06],
  [-7.45, 54.95],
  [-7.55, 54.75],
  [-7.9, 54.7],
];

/** The rest of the island of Ireland. */
const ireland: Outline = [
  [-12, 51],
  [-5.85, 51.95],
  [-5.7, 53.9],
  [-5.3, 54.0],
  [-5.95, 55.34],
  [-7, 55.5],
  [-12, 55.5],
];

/** The coast of France and Belgium, which the square of the grid reaches. */
const france: Outline = [
  [-1.9, 49],
  [-1.9, 49.75],
  [0, 49.85],
  [1.2, 50.3],
  [1.5, 51],
  [2.1, 51.15],
  [3, 51.2],
  [3, 49],
];

/** Tell whether a place is in Northern Ireland, which has a grid of its own. Near the border it may be either. */
export function isInNorthernIreland(place: Degrees): boolean {
  return isWithin(place, northernIreland);
}

/** Tell whether a place within the square of the grid is in another country than those of Great Britain. */
export function isOffGreatBritain(place: Degrees): boolean {
  return [northernIreland, ireland, france].some((outline) => isWithin(place, outline));
}

/** Count the sides that a line due east crosses. */
function isWithin({ longitude, latitude }: Degrees, outline: Outline): boolean {
  const crossed = outline.filter(([east, north], index) => {
    const [fromEast, fromNorth] = outline.at(index - 1) ?? [east, north];
    if (north > latitude === fromNorth > latitude) return false;
    const share = (latitude - north) / (fromNorth - north);
    return longitude < east + share * (fromEast - east);
  });
  return crossed.length % 2 === 1;
}
