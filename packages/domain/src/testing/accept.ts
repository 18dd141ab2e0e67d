import { beginDelivery } from "../delivery/begin.ts";
import { loadDelivery } from "../delivery/load.ts";
import { settleDelivery } from "../delivery/settle.ts";
import type { World } from "./world.ts";

/** Let the back office take over the case that was handed over last, under this reference. */
export async function acceptCase(world: World, reference: string): Promise<void> {
  const ticket = world.handover.given.findLast(({ kind }) => kind === "delivery");
  const loaded = ticket && (await loadDelivery(world.ctx, ticket));
  if (!loaded) throw new Error("There is nothing to deliver");
  await beginDelivery(world.ctx, ticket, "{}");
  const outcome = { outcome: "accepted", reference } as const;
  await settleDelivery(world.ctx, loaded, { outcome, attempt: 1 });
}
