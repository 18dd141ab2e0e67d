import { findProcess, type OutboxRow } from "@guildhall/store";
import type { Context } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import type { TalkedOf } from "../telling.ts";

/** Whose a delivery is that could not be loaded; undefined where that cannot be read either. */
export async function whoseDelivery(
  ctx: Context,
  { process }: Pick<OutboxRow, "process">,
): Promise<TalkedOf | undefined> {
  try {
    const found = await findProcess(ctx.db, process);
    return found && (await talkedOf(ctx, found));
  } catch {
    return undefined;
  }
}
