import {
  type FoundAddress,
  type FoundAddresses,
  type FoundPlace,
  type GridPoint,
  type Location,
  type PlaceFinder,
  type PlaceQuery,
  type PlacesAnswer,
  Problem,
} from "@guildhall/contract";
import { toGrid } from "@guildhall/forms";
import type { Context } from "../context.ts";
import { presentAddress, type Whose } from "./present.ts";
import { wordsIn } from "./words.ts";

/** What looks addresses up for one tenant, and who else is on the platform. */
export interface Finding {
  /** Ask the tenant's provider, for as long as a citizen waits. */
  ask(
    work: (finder: PlaceFinder, signal: AbortSignal) => Promise<PlacesAnswer>,
  ): Promise<PlacesAnswer>;
  tenants(): Promise<Whose["tenants"]>;
}

export interface AddressesWanted {
  readonly query: PlaceQuery;
  /** The number or name of the house, which only narrows what was found. */
  readonly number?: string | undefined;
}

const mostListed = 300;

/**
 * Find addresses by postcode, by words or by UPRN, and whose they are: open to anyone.
 *
 * @throws Problem `places-unavailable`
 */
export async function findAddresses(
  ctx: Context,
  { query, number }: AddressesWanted,
  { ask, tenants }: Finding,
): Promise<FoundAddresses> {
  const places = found(await ask((finder, signal) => finder.find(query, signal)));
  const whose = { tenant: ctx.tenant, tenants: await tenants() };
  const all = places.map((place) => presentAddress(place, whose)).sort(byText);
  const data = narrowed(all, number).slice(0, mostListed);
  const [first] = data;
  const outside = data.every((one) => one.outside) ? first?.council : undefined;
  return { data, ...(outside ? { outside } : {}) };
}

/**
 * Find the address that is nearest to a point, and the point on both grids: open to anyone.
 *
 * @throws Problem `request-invalid` for a point off the National Grid, `places-unavailable`
 */
export async function findPlace(
  ctx: Context,
  point: Pick<Location, "latitude" | "longitude">,
  { ask, tenants }: Finding,
): Promise<FoundPlace> {
  const metres = toGrid(point);
  if (!metres)
    throw new Problem("request-invalid", { faults: [{ pointer: "/latitude", code: "off-grid" }] });
  const places = found(await ask((finder, signal) => finder.nearest(metres, signal)));
  const whose = { tenant: ctx.tenant, tenants: await tenants() };
  const [nearest] = places
    .map((place) => ({ ...presentAddress(place, whose), metres: between(metres, place.address) }))
    .sort((a, b) => a.metres - b.metres);
  return { location: { ...point, ...metres }, ...(nearest ? { nearest } : {}) };
}

function found(answer: PlacesAnswer) {
  if (answer.outcome === "found") return answer.places;
  throw new Problem("places-unavailable", {
    faults: [{ pointer: "", code: answer.code }],
    ...(answer.outcome === "retry" ? { retryAfterS: 10 } : {}),
  });
}

/** A number that none has was mistyped: then all are shown. */
function narrowed(
  all: readonly FoundAddress[],
  number: string | undefined,
): readonly FoundAddress[] {
  const wanted = wordsIn(number ?? "");
  if (wanted.length === 0) return all;
  const some = all.filter(({ address: { line1, line2 = "" } }) => {
    const words = new Set(wordsIn(`${line1} ${line2}`));
    return wanted.every((word) => words.has(word));
  });
  return some.length > 0 ? some : all;
}

/** 2 comes before 10. */
const order = new Intl.Collator("en-GB", { numeric: true });

/** By street, then by number: as people walk along it. */
function byText(a: FoundAddress, b: FoundAddress): number {
  return order.compare(streetFirst(a), streetFirst(b)) || order.compare(a.text, b.text);
}

function streetFirst({ address: { line1, line2 = "" } }: FoundAddress): string {
  const [, number = "", street = ""] = /^(\d+[A-Za-z]?(?:-\d+)?)\s+(.*)$/.exec(line1) ?? [];
  return street ? `${street} ${number}` : `${line2} ${line1}`;
}

function between(a: GridPoint, b: GridPoint): number {
  return Math.round(Math.hypot(a.easting - b.easting, a.northing - b.northing));
}
