import { type Draft, Problem } from "@guildhall/contract";
import { type DraftRow, findDraft, listDraftDocuments } from "@guildhall/store";
import { assistanceOf } from "../assist/channel.ts";
import { type Context, requireScope } from "../context.ts";
import { presentFile } from "../document/list.ts";
import { instant } from "../process/present.ts";
import { standingOf } from "./standing.ts";

/**
 * Find the draft that the actor's token opens, while it can still be filled in.
 *
 * @throws Problem `not-found` (another's, or past its time), `invalid-transition` (it has been submitted)
 */
export async function reachDraft(ctx: Context, id: string): Promise<DraftRow> {
  requireScope(ctx, "drafts:write");
  const draft = ctx.only?.draft === id ? await findDraft(ctx.db, id) : undefined;
  if (!draft || draft.expiresAt <= ctx.now()) throw new Problem("not-found");
  if (draft.process !== null) throw new Problem("invalid-transition");
  return draft;
}

/** See what has been filled in so far. */
export async function getDraft(ctx: Context, id: string): Promise<Draft> {
  return presentDraft(ctx, await reachDraft(ctx, id));
}

export async function presentDraft(ctx: Context, row: DraftRow): Promise<Draft> {
  const documents = await listDraftDocuments(ctx.db, row.id);
  return {
    id: row.id,
    service: row.service,
    serviceVersion: row.version,
    answers: row.answers,
    documents: documents.map((file) => presentFile(ctx, file)),
    expiresAt: instant(row.expiresAt),
    standing: await standingOf(ctx, row),
    seen: [...row.journey.seen],
    asks: [...row.journey.asks],
    kept: row.kept,
    ...(await assistanceOf(ctx, row.id)),
  };
}
