import { type Draft, type HandOverCode, Problem } from "@guildhall/contract";
import { findDraft, openAssistedDraftRow } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { presentDraft } from "../draft/reach.ts";
import { draftToken } from "../draft/token.ts";
import { digestOfCode } from "./begin.ts";

/**
 * Open a draft with the code that its beginning gave: once, and within a minute.
 *
 * Its token is good for as long as the session in which it was begun goes on and the person still may.
 *
 * @throws Problem `not-found` (no such code, used before, or too late)
 */
export async function openAssistedDraft(ctx: Context, { code }: HandOverCode): Promise<Draft> {
  return change(ctx, async ({ tx }) => {
    const used = await openAssistedDraftRow(tx, { digest: digestOfCode(code), now: ctx.now() });
    const row = used && (await findDraft(tx, used.draft));
    if (!used || !row || row.process !== null) throw new Problem("not-found");
    const { person, session, channel, agreement } = used;
    const assists = { person, session, agreement: agreement ?? undefined };
    const token = draftToken({ ...ctx, assists }, row);
    return { ...(await presentDraft(ctx, row)), assisted: { channel }, token };
  });
}
