import type { Container } from "@guildhall/contract";
import { type Context, requireScope, seesAsCitizen } from "../context.ts";
import { reachProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import { knownOf } from "./known.ts";

/**
 * See what is known of a process now: the citizen's details, the place and the flags.
 *
 * It holds what the filled form holds, and asks for the same right. Flags are staff's and back offices' own.
 *
 * @throws Problem `not-found`
 */
export async function getContainer(ctx: Context, processId: string): Promise<Container> {
  requireScope(ctx, "documents:read");
  const process = await talkedOf(ctx, await reachProcess(ctx, processId));
  const { flags, ...details } = await knownOf(ctx.db, process);
  return seesAsCitizen(ctx) || flags === undefined ? details : { ...details, flags };
}
