import { Problem } from "@guildhall/contract";
import type { Context } from "../context.ts";

/**
 * The one caller whose calls may be seen; undefined for staff, who see all of their council's.
 *
 * @throws Problem `scope-missing` to whoever is neither
 */
export function onlyCaller({ actor, key, only }: Context): string | undefined {
  if (only) throw new Problem("scope-missing");
  if (actor.kind === "staff" || actor.kind === "platform") return undefined;
  if (actor.kind === "vendor" || actor.kind === "partner") return key ?? actor.id;
  throw new Problem("scope-missing");
}
