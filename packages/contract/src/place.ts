import { z } from "zod";
import { Address, Location } from "./form.ts";
import { Slug } from "./id.ts";
import { text } from "./text.ts";

/** The number of a council in the address data of Great Britain, such as `505` for Cambridge. */
export const CustodianCode = z.string().regex(/^[1-9]\d{0,3}$/);

const Centre = z.strictObject({
  latitude: Location.shape.latitude,
  longitude: Location.shape.longitude,
});

/**
 * Where a tenant's addresses and maps come from, as its `tenant.yaml` says it.
 *
 * `llpg` is the tenant's own file, which is imported; maps then come from `address`, where there is one. The key of a
 * provider is not here: it is sealed in the tenant's database.
 */
export const PlacesSettings = z.strictObject({
  provider: z.enum(["os-places", "llpg"]),
  /** An https address, or `simulator:<path>`; Ordnance Survey's own where it is left out. */
  address: z
    .union([z.url({ protocol: /^https$/ }), z.string().regex(/^simulator:[a-z0-9/-]+$/)])
    .optional(),
  /** The councils whose addresses are within reach of this tenant's services. */
  custodianCodes: z.array(CustodianCode).min(1).max(50),
  /** Where a map begins; without it there is none. */
  centre: Centre.optional(),
  /** What stands beside the map: whose it is, and under which licence. */
  attribution: text(200, 1).optional(),
});
export type PlacesSettings = z.infer<typeof PlacesSettings>;

/** What a tenant's pages can offer: look-up of addresses, and a map that begins at `centre`. */
export const TenantPlaces = z.strictObject({
  centre: Centre.optional(),
  attribution: z.string().optional(),
});
export type TenantPlaces = z.infer<typeof TenantPlaces>;

/** The council that an address belongs to, and its tenant where it is on the platform. */
export const PlaceCouncil = z
  .strictObject({
    custodianCode: CustodianCode,
    name: z.string(),
    tenant: z
      .strictObject({ id: Slug, name: z.string(), website: z.string().optional() })
      .optional(),
  })
  .meta({ id: "PlaceCouncil" });
export type PlaceCouncil = z.infer<typeof PlaceCouncil>;

/** An address as a look-up found it. Its id is its UPRN. */
export const FoundAddress = z
  .strictObject({
    id: z.string(),
    /** On one line, as it is chosen from a list. */
    text: z.string(),
    address: Address,
    location: Location.optional(),
    uprn: z.string(),
    council: PlaceCouncil.optional(),
    /** Whether it lies outside the area of this tenant. */
    outside: z.boolean(),
  })
  .meta({ id: "FoundAddress" });
export type FoundAddress = z.infer<typeof FoundAddress>;

/** What was found, and whose it is where none of it is this tenant's. */
export const FoundAddresses = z
  .strictObject({ data: z.array(FoundAddress), outside: PlaceCouncil.optional() })
  .meta({ id: "FoundAddresses" });
export type FoundAddresses = z.infer<typeof FoundAddresses>;

/** The nearest address to a point, and the point itself on both grids. */
export const FoundPlace = z
  .strictObject({
    location: Location,
    nearest: FoundAddress.extend({ metres: z.int().min(0) }).optional(),
  })
  .meta({ id: "FoundPlace" });
export type FoundPlace = z.infer<typeof FoundPlace>;

/** What is looked for: a postcode, words of an address, or one address by its number. */
export type PlaceQuery =
  | { readonly postcode: string }
  | { readonly text: string }
  | { readonly uprn: string };

/** A point on the National Grid, in metres. */
export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

/** An address as a provider gives it. */
export interface ProvidedAddress {
  readonly address: Address & GridPoint & { readonly uprn: string };
  readonly custodianCode: string;
  /** What the provider calls that council. */
  readonly custodian?: string;
}

/** What a provider answered; a code is one of ours, never its text. */
export type PlacesAnswer =
  | { readonly outcome: "found"; readonly places: readonly ProvidedAddress[] }
  /** Asking again does not help until a person has changed something: a wrong key or plan. */
  | { readonly outcome: "refused"; readonly code: string }
  | { readonly outcome: "retry"; readonly code: string };

/** Finds addresses. None of the calls throws for what the other side does; the signal ends them. */
export interface PlaceFinder {
  find(query: PlaceQuery, signal: AbortSignal): Promise<PlacesAnswer>;
  /** The nearest addresses to a point, the nearest first. */
  nearest(point: GridPoint, signal: AbortSignal): Promise<PlacesAnswer>;
}

/** A square of a map, by zoom, column and row, as web maps count them. */
export interface TileAt {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export interface Tile {
  readonly contentType: "image/png" | "image/jpeg" | "image/svg+xml";
  readonly bytes: Uint8Array;
}

export type TileAnswer =
  | { readonly outcome: "found"; readonly tile: Tile }
  | { readonly outcome: "missing" }
  | { readonly outcome: "refused" | "retry"; readonly code: string };

/** Draws a map, square by square. */
export interface TileSource {
  tile(at: TileAt, signal: AbortSignal): Promise<TileAnswer>;
}
