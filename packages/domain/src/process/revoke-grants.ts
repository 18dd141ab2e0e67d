import { appendEvent, revokeGrants as revokeRows } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachProcess } from "./reach.ts";

/** End every grant that was handed out for a process, at once. */
export async function revokeGrants(ctx: Context, process: string): Promise<void> {
  requireScope(ctx, "keys:write");
  await reachProcess(ctx, process);
  await change(ctx, async ({ tx }) => {
    await revokeRows(tx, process);
    await appendEvent(tx, {
      type: "grants.revoked",
      process,
      subject: process,
      actor: ctx.actor,
      at: ctx.now(),
    });
  });
}
