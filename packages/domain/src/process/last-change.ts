import { lastPlace } from "@guildhall/store";
import type { Ground } from "../ground.ts";

/**
 * Give a number that grows with everything that happens in a tenant, whichever process wrote it.
 *
 * It is one look at the end of an index, so that whoever waits for changes can ask it often.
 */
export async function lastChange({ db }: Pick<Ground, "db">): Promise<number> {
  return lastPlace(db);
}
