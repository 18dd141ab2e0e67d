import { Problem } from "@guildhall/contract";
import { appendEvent, endPreview as endRow } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { findForStaff } from "./list.ts";

/**
 * Show a preview no more: its link opens nothing from now on. What was said there stays; once it has ended, ending it
 * again changes nothing.
 *
 * @throws Problem `not-found`
 */
export async function endPreview(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "services:write");
  if (ctx.only) throw new Problem("not-found");
  await findForStaff({ ...ctx, scopes: new Set([...ctx.scopes, "services:read"]) }, id);
  await change(ctx, async ({ tx }) => {
    const at = ctx.now();
    if (!(await endRow(tx, id, at))) return;
    await appendEvent(tx, { type: "preview.ended", subject: id, actor: ctx.actor, at });
  });
}
