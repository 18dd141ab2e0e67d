import { join } from "node:path";
import { z } from "zod";
import { createFaultBox, type FaultBox, Faults } from "../faults.ts";
import { openShelf } from "../shelf.ts";

/** One tenant's account: an `open` plan has no addresses, which the real one says with a 403. */
export const PlacesConfig = z.strictObject({
  plan: z.enum(["premium", "open"]).default("premium"),
});
export type PlacesConfig = z.infer<typeof PlacesConfig>;

/** One tenant's account for addresses and maps. The addresses are the same for all. */
export interface Places {
  readonly tenant: string;
  readonly config: PlacesConfig;
  readonly faults: FaultBox;
  close(): void;
}

export function openPlaces(
  config: PlacesConfig,
  { tenant, folder }: { tenant: string; folder: string },
): Places {
  const shelf = openShelf(join(folder, "faults.jsonl"), Faults);
  return { tenant, config, faults: createFaultBox(shelf), close: () => shelf.close() };
}
