import type { Draft } from "@guildhall/contract";
import { mintCitizenToken } from "@guildhall/keys";
import { insertDraft } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { instant } from "../process/present.ts";

const draftLifeMs = 24 * 3_600_000;

/**
 * Begin to fill in a service; anyone may.
 *
 * The draft keeps the version that is live now. Its token opens this draft and what comes of it, nothing else.
 *
 * @throws Problem `not-found` (service)
 */
export async function beginDraft(ctx: Context, input: { service: string }): Promise<Draft> {
  const { definition, version } = await ctx.catalogue.live(input.service);
  const id = ctx.ids.id("drf");
  const expiresAt = ctx.now() + draftLifeMs;
  const token = mintCitizenToken(ctx.keys.set, {
    issuer: ctx.issuer,
    subject: { kind: "draft", id },
    scope: ["drafts:write", "processes:write"],
    jti: ctx.ids.id("jti"),
    issuedAt: new Date(ctx.now()),
    expiresAt: new Date(expiresAt),
  });
  const draft = {
    id,
    service: definition.id,
    serviceVersion: version,
    answers: {},
    documents: [],
    expiresAt: instant(expiresAt),
    token,
  };
  return change(ctx, async ({ tx }) => {
    await insertDraft(tx, {
      id,
      service: definition.id,
      version,
      answers: {},
      expiresAt,
      process: null,
    });
    return draft;
  });
}
