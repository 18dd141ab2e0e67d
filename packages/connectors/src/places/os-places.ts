import type { PlaceFinder, PlaceQuery, PlacesAnswer, ProvidedAddress } from "@guildhall/contract";
import { z } from "zod";
import type { GuardedRequest } from "../http/guard.ts";
import { readResult } from "./os-address.ts";
import { asked, jsonIn, notFine } from "./reply.ts";

/** Where an account at Ordnance Survey's Data Hub is called, and its key. */
export interface OsAccount {
  readonly address: string;
  readonly apiKey: string;
}

/** A postcode has a hundred delivery points at most, each in two datasets. */
const mostPages = 3;
const pageSize = 100;
const metresAround = 250;

/**
 * Find addresses with the OS Places API.
 *
 * Both datasets are asked, since one has what gets post and the other what has a number; of an address in both, the
 * postal one is kept, because it is how people write it.
 */
export function createOsPlaces(account: OsAccount, request: GuardedRequest): PlaceFinder {
  const root = `${account.address.replace(/\/+$/, "")}/search/places/v1`;
  const ask = async (path: string, query: Record<string, string>, signal: AbortSignal) => {
    const search = new URLSearchParams({ ...query, dataset: "DPA,LPI" });
    // In a header, so that it stands in no log of addresses.
    const headers = { accept: "application/json", key: account.apiKey };
    const call = { method: "GET", url: `${root}/${path}?${search}`, headers } as const;
    return asked(request({ ...call, secrets: [account.apiKey], maxBytes: largest }, signal), read);
  };
  return {
    find: (query, signal) => allPages(query, (page) => ask(pathOf(query), page, signal)),
    async nearest({ easting, northing }, signal) {
      const point = `${easting},${northing}`;
      const read = await ask("nearest", { point, radius: String(metresAround) }, signal);
      return "page" in read ? { outcome: "found", places: merged(read.page.places) } : read;
    },
  };
}

const largest = 4 * 1024 * 1024;

interface PageRead {
  readonly total: number;
  readonly places: readonly ProvidedAddress[];
}

type PageAnswer = { readonly page: PageRead } | Exclude<PlacesAnswer, { outcome: "found" }>;

/** Ask for page after page, as far as a list that a person chooses from may go. */
async function allPages(
  query: PlaceQuery,
  ask: (page: Record<string, string>) => Promise<PageAnswer>,
): Promise<PlacesAnswer> {
  const places: ProvidedAddress[] = [];
  const wanted = "text" in query ? 1 : mostPages;
  for (let page = 0; page < wanted; page += 1) {
    const offset = page * pageSize;
    const read = await ask({ ...askedFor(query), offset: String(offset) });
    if (!("page" in read)) return read;
    places.push(...read.page.places);
    if (offset + pageSize >= read.page.total) break;
  }
  return { outcome: "found", places: merged(places) };
}

function pathOf(query: PlaceQuery): string {
  if ("postcode" in query) return "postcode";
  return "uprn" in query ? "uprn" : "find";
}

function askedFor(query: PlaceQuery): Record<string, string> {
  if ("uprn" in query) return { uprn: query.uprn };
  if ("postcode" in query)
    return { postcode: query.postcode.replaceAll(" ", ""), maxresults: String(pageSize) };
  return { query: query.text, maxresults: "50", minmatch: "0.3" };
}

const Reply = z.object({
  header: z.object({ totalresults: z.number() }),
  /** Left out where nothing was found. */
  results: z.array(z.unknown()).optional(),
});

function read(status: number, body: Uint8Array): PageAnswer {
  if (status !== 200) return notFine(status);
  const reply = Reply.safeParse(jsonIn(body));
  if (!reply.success) return { outcome: "retry", code: "bad-answer" };
  const { header, results = [] } = reply.data;
  const places = results.map(readResult).filter((place) => place !== undefined);
  return { page: { total: header.totalresults, places } };
}

/** One of each UPRN, in the order they came: the postal dataset comes first. */
function merged(places: readonly ProvidedAddress[]): ProvidedAddress[] {
  const known = new Map<string, ProvidedAddress>();
  for (const place of places)
    if (!known.has(place.address.uprn)) known.set(place.address.uprn, place);
  return [...known.values()];
}
