import { type Delivery, Problem } from "@guildhall/contract";
import { findOutbox, findProcess, hastenOwed, retryOwed } from "@guildhall/store";
import { endStuckAlarms } from "../alarm/stuck.ts";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { giveUpAfterMs } from "../retry.ts";
import { tell } from "../tell.ts";
import { reachDelivery } from "./list.ts";
import { presentDelivery } from "./present.ts";

/**
 * Send a delivery again that was left to a person, held, refused or given up; or one that waits, at once.
 *
 * It goes out with the id it had and, where it was frozen, the bytes it had, so that a receiver who has it after all can tell.
 * Where `only` what waits is meant, one that was left to a person meanwhile stays with them: to hurry is not to decide.
 *
 * @throws Problem `not-found`, `invalid-transition` (it is under way, has arrived, or waits for a decision)
 */
export async function retryDelivery(
  ctx: Context,
  id: string,
  { only }: { readonly only?: "waiting" | undefined } = {},
): Promise<Delivery> {
  requireScope(ctx, "deliveries:write");
  const { process: processId } = await reachDelivery(ctx, id);
  const found = await findProcess(ctx.db, processId);
  if (!found) throw new Problem("not-found");
  const process = await talkedOf(ctx, found);
  const delivery = await change(ctx, async (unit) => {
    const now = ctx.now();
    const again = { now, giveUpAt: now + giveUpAfterMs };
    const isDecided = only === undefined && (await retryOwed(unit.tx, id, again));
    if (!isDecided && !(await hastenOwed(unit.tx, id, now)))
      throw new Problem("invalid-transition");
    const row = await findOutbox(unit.tx, id);
    if (!row) throw new Problem("not-found");
    await tell(unit, {
      type: "delivery.retried",
      process,
      subject: id,
      data: { connector: row.destination },
    });
    await endStuckAlarms(unit, row.destination);
    return presentDelivery(ctx, row);
  });
  ctx.handover.wake(ctx.tenant.id);
  return delivery;
}
