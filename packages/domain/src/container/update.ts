import type { Container } from "@guildhall/contract";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import { mergeContainer } from "./merge.ts";

/**
 * Say what has become known of a process beside its answers; what is left out stays as it is.
 *
 * The answers stay as they were given. Messages go where the citizen asked for them: an e-mail address that a back
 * office has written otherwise is shown to staff, and not written to.
 *
 * @throws Problem `not-found`
 */
export async function updateContainer(
  ctx: Context,
  processId: string,
  container: Container,
): Promise<void> {
  requireScope(ctx, "tasks:write");
  const process = await talkedOf(ctx, await reachProcess(ctx, processId));
  await change(ctx, (unit) => mergeContainer(unit, process, container));
}
