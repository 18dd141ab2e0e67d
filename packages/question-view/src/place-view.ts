import type { FoundAddress, TenantPlaces } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";

/** How a place is asked for at the moment: each step is a page of its own to a browser without scripts. */
export type Way = "find" | "choose" | "hand" | "chosen";

/** What one field of a page shows of its look-up. */
export interface PlaceView {
  readonly way: Way;
  /** The addresses to choose from. */
  readonly found?: readonly FoundAddress[];
  /** Why it cannot be looked up. */
  readonly trouble?: string;
}

/** Where a page's addresses can be looked up, and how far each field has come. */
export interface LookUp {
  readonly views: ReadonlyMap<string, PlaceView>;
  /** Where the map begins, and what it is made of. */
  readonly map: TenantPlaces & { readonly script: string; readonly stylesheet: string };
  /** The address of the council's pages. */
  readonly home: string;
}

const lines = ["line1", "line2", "town", "postcode"];

/** Tell how an address is asked for: as the page says, or else by what there is of it. */
export function viewOf(
  { fields, lookUp }: { fields: Fields; lookUp?: LookUp | undefined },
  name: string,
): PlaceView {
  const known = lookUp?.views.get(name);
  if (known) return known;
  if (!lookUp) return { way: "hand" };
  const has = (part: string) => partOf(fields, name, part) !== "";
  if (has("uprn") || has("latitude")) return { way: "chosen" };
  const way = partOf(fields, name, "way");
  if (way === "hand" || lines.some(has)) return { way: "hand" };
  return { way: "find" };
}

/** What was typed into one part of a field. */
export function partOf(fields: Fields, name: string, part: string): string {
  return fields.get(`${name}-${part}`)?.[0]?.trim() ?? "";
}
