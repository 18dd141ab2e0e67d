import { mintCitizenToken } from "@guildhall/keys";
import type { Context } from "../context.ts";
import { draftLifeMs } from "./terms.ts";

/** The token that fills in this draft and follows what comes of it, for a day at most. */
export function draftToken(
  ctx: Context,
  { id, expiresAt }: { readonly id: string; readonly expiresAt: number },
): string {
  return mintCitizenToken(ctx.keys.set, {
    issuer: ctx.issuer,
    subject: { kind: "draft", id },
    scope: ["drafts:write", "processes:write"],
    assistedBy: ctx.assists,
    jti: ctx.ids.id("jti"),
    issuedAt: new Date(ctx.now()),
    expiresAt: new Date(Math.min(ctx.now() + draftLifeMs, expiresAt)),
  });
}
