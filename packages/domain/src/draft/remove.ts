import { Problem } from "@guildhall/contract";
import { deleteDocument, deleteDraft, listDraftDocuments } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { placesOf } from "../document/state.ts";
import { reachDraft } from "./reach.ts";

/**
 * Forget a draft with its answers and files; return where the storage keeps their bytes, for them to be deleted.
 *
 * @throws Problem `not-found`, `invalid-transition` (it has been submitted)
 */
export async function removeDraft(ctx: Context, id: string): Promise<string[]> {
  await reachDraft(ctx, id);
  return change(ctx, async ({ tx }) => {
    const files = await listDraftDocuments(tx, id);
    if (!(await deleteDraft(tx, id))) throw new Problem("invalid-transition");
    for (const file of files) await deleteDocument(tx, file.id);
    return files.flatMap(placesOf);
  });
}
