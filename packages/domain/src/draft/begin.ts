import type { Draft, NewDraft } from "@guildhall/contract";
import { insertDraft } from "@guildhall/store";
import { assistDraft } from "../assist/begin.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { instant } from "../process/present.ts";
import { draftLifeMs } from "./terms.ts";
import { draftToken } from "./token.ts";

/**
 * Begin to fill in a service; anyone may.
 *
 * The draft keeps the version that is live now. Its token opens this draft and what comes of it, nothing else.
 *
 * @throws Problem `not-found` (service), `scope-missing` (for a caller, whoever may not)
 */
export async function beginDraft(ctx: Context, input: NewDraft): Promise<Draft> {
  if (input.assisted) return assistDraft(ctx, input.service, input.assisted.channel);
  const { definition, version } = await ctx.catalogue.live(input.service);
  const id = ctx.ids.id("drf");
  const expiresAt = ctx.now() + draftLifeMs;
  const begun = { id, service: definition.id, answers: {} };
  const draft: Draft = {
    ...begun,
    serviceVersion: version,
    documents: [],
    expiresAt: instant(expiresAt),
    standing: "open",
    seen: [],
    asks: [],
    kept: false,
    token: draftToken(ctx, { id, expiresAt }),
  };
  return change(ctx, async ({ tx }) => {
    await insertDraft(tx, { ...begun, version, expiresAt, process: null });
    return draft;
  });
}
