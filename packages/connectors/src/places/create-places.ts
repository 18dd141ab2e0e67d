import type { PlaceFinder, PlacesSettings, TileSource } from "@guildhall/contract";
import { z } from "zod";
import { resolveAddress } from "../create-connector.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { createOsMaps } from "./os-maps.ts";
import { createOsPlaces } from "./os-places.ts";

/** What Ordnance Survey, or the simulator of it, is called with. */
export const PlacesCredential = z.object({ apiKey: z.string().min(1) });

interface Outside {
  readonly request: GuardedRequest;
  readonly simulators: string;
}

const ordnanceSurvey = "https://api.os.uk";

/**
 * Make what finds a tenant's addresses and draws its maps, as far as that lies outside; undefined without a credential.
 *
 * A tenant with a file of its own may have maps from outside, and no more.
 */
export function createPlaces(
  { provider, address }: Pick<PlacesSettings, "provider" | "address">,
  credential: unknown,
  { request, simulators }: Outside,
): { finder?: PlaceFinder; tiles?: TileSource } {
  const read = PlacesCredential.safeParse(credential);
  if (!read.success) return {};
  const account = {
    address: resolveAddress(address ?? ordnanceSurvey, simulators),
    apiKey: read.data.apiKey,
  };
  const tiles = createOsMaps(account, request);
  return provider === "llpg" ? { tiles } : { tiles, finder: createOsPlaces(account, request) };
}
