import type { GridPoint } from "../pages/national-grid.ts";
import { type MadeAddress, madeWorld } from "./world/build.ts";

/** The addresses of a postcode or, where only its beginning is given, of all that begin so. */
export function atPostcode(postcode: string): readonly MadeAddress[] {
  const wanted = bare(postcode);
  return madeWorld().addresses.filter((one) => bare(one.postcode).startsWith(wanted));
}

export function withUprn(uprn: string): readonly MadeAddress[] {
  return madeWorld().addresses.filter((one) => one.uprn === uprn);
}

/** Those that have the words, the best match first. */
export function withWords(query: string, least: number): { address: MadeAddress; match: number }[] {
  const words = wordsIn(query);
  if (words.length === 0) return [];
  return madeWorld()
    .addresses.map((address) => ({ address, match: matchOf(address, words) }))
    .filter(({ match }) => match >= least)
    .sort((a, b) => b.match - a.match);
}

/** Those within so many metres, the nearest first. */
export function around(point: GridPoint, metres: number): readonly MadeAddress[] {
  return madeWorld()
    .addresses.map((address) => ({ address, far: distance(point, address.at) }))
    .filter(({ far }) => far <= metres)
    .sort((a, b) => a.far - b.far)
    .map(({ address }) => address);
}

/** Write an address on one line, as the data does: in capitals. */
export function lineOf({
  flat,
  building,
  number,
  street,
  postcode,
  organisation,
}: MadeAddress): string {
  const { town } = street;
  const parts = [
    organisation,
    flat === undefined ? undefined : `Flat ${flat}`,
    building,
    `${number ?? ""} ${street.name}`.trim(),
    town.locality,
    town.postTown,
    postcode,
  ];
  return parts.filter(Boolean).join(", ").toUpperCase();
}

function matchOf(address: MadeAddress, words: readonly string[]): number {
  const own = new Set(wordsIn(lineOf(address)));
  return words.filter((word) => own.has(word)).length / words.length;
}

function wordsIn(text: string): string[] {
  return text.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
}

function distance(a: GridPoint, b: GridPoint): number {
  return Math.hypot(a.easting - b.easting, a.northing - b.northing);
}

function bare(postcode: string): string {
  return postcode.toUpperCase().replaceAll(/\s/g, "");
}
