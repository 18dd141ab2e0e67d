import { appendEvent, findApiKey, revokeApiKey } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";

/** End a key at once, and with it the tokens that it was exchanged for; false when there is no such key. */
export async function revokeKey(ctx: Context, id: string): Promise<boolean> {
  requireScope(ctx, "keys:write");
  requireRecentSignIn(ctx);
  if (!(await findApiKey(ctx.db, id))) return false;
  await change(ctx, async ({ tx }) => {
    if (!(await revokeApiKey(tx, id, ctx.now()))) return;
    await appendEvent(tx, { type: "key.revoked", subject: id, actor: ctx.actor, at: ctx.now() });
  });
  return true;
}
