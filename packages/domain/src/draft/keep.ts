import { type Draft, type DraftReturn, Problem } from "@guildhall/contract";
import { endDraftLinks, putDraftReturn, saveDraft as saveRow } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { hashFact } from "./fact.ts";
import { hasRoomFor, sendLink } from "./letters.ts";
import { presentDraft, reachDraft } from "./reach.ts";
import { keptLifeMs, mostWrong, remindsBeforeMs } from "./terms.ts";
import { draftToken } from "./token.ts";

/**
 * Keep a draft for somebody who comes back, on any device: with a link that is sent to them, and a fact that they
 * chose. Earlier links lead nowhere from now on.
 *
 * @throws Problem `not-found`, `invalid-transition`, `request-invalid` (the fact says too little), `rate-limited`
 */
export async function keepDraft(ctx: Context, id: string, input: DraftReturn): Promise<Draft> {
  const row = await reachDraft(ctx, id);
  const { definition } = await ctx.catalogue.version(row.service, row.version);
  const lifeMs = keptLifeMs(definition);
  const kept = { ...row, kept: true, expiresAt: ctx.now() + lifeMs };
  const { email, language, fact } = input;
  const owner = {
    draft: id,
    email,
    language,
    factKind: fact.kind,
    factHash: hashFact(ctx, id, fact),
    // One that ends so soon needs none.
    reminds: lifeMs > remindsBeforeMs,
  };
  await change(ctx, async (unit) => {
    const { tx } = unit;
    if (!(await hasRoomFor(unit, email))) throw new Problem("rate-limited", { retryAfterS: 3600 });
    const { expiresAt } = kept;
    if (!(await saveRow(tx, id, { kept: true, expiresAt })))
      throw new Problem("invalid-transition");
    await endDraftLinks(tx, id, mostWrong);
    await putDraftReturn(tx, owner);
    await sendLink(unit, { draft: kept, owner, letter: "saved", title: definition.title });
  });
  return { ...(await presentDraft(ctx, kept)), token: draftToken(ctx, kept) };
}
