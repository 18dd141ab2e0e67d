import { type Document, type DocumentChange, Problem } from "@guildhall/contract";
import { findDocument, relabelDocument } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { reachDraft } from "../draft/reach.ts";
import { presentFile } from "./list.ts";

/**
 * Say what a file of a draft shows; no words take the label away.
 *
 * @throws Problem `not-found`, `invalid-transition` (it has been submitted)
 */
export async function labelDocument(
  ctx: Context,
  draft: string,
  { id, label: words }: DocumentChange & { readonly id: string },
): Promise<Document> {
  await reachDraft(ctx, draft);
  const file = await findDocument(ctx.db, id);
  if (file?.draft !== draft) throw new Problem("not-found");
  const label = words.trim() || undefined;
  await change(ctx, async ({ tx }) => {
    if (!(await relabelDocument(tx, file, label))) throw new Problem("invalid-transition");
  });
  return presentFile(ctx, { ...file, label });
}
