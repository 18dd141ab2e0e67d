import { Problem } from "@guildhall/contract";
import type { ProcessRow } from "@guildhall/store";
import type { Context } from "../context.ts";

/** Whether others may see requests of this kind: its own version says so, and the live one has not taken it back. */
export async function isLookedThrough(
  { catalogue }: Context,
  { service, version }: Pick<ProcessRow, "service" | "version">,
): Promise<boolean> {
  const own = (await catalogue.version(service, version)).definition;
  if (!own.lookFirst) return false;
  try {
    return (await catalogue.live(service)).definition.lookFirst !== undefined;
  } catch (error) {
    if (error instanceof Problem && error.code === "not-found") return false;
    throw error;
  }
}
