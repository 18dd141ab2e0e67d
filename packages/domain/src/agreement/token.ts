import { type OfficerToken, Problem } from "@guildhall/contract";
import { mintOfficerToken, officerTokenLifeMs } from "@guildhall/keys";
import { mayAssist } from "../assist/may-assist.ts";
import { type Context, requireScope } from "../context.ts";

/**
 * Give an officer of the serving tenant the token with which they act at the owner's, for five minutes.
 *
 * It is signed by the owner, and says only who they are and under which agreement: what they may do is looked up there
 * each time.
 *
 * @throws Problem `not-found` (no such agreement, or not in force), `scope-missing` where no member of staff asks
 */
export async function actUnderAgreement(ctx: Context, id: string): Promise<OfficerToken> {
  requireScope(ctx, "drafts:write");
  const row = await ctx.agreements.inForce(ctx.tenant.id, id);
  const owner = row?.serving === ctx.tenant.id && (await ctx.agreements.ground(row.owner));
  if (!owner) throw new Problem("not-found");
  const { session, actor } = ctx;
  if (session === undefined || !mayAssist(ctx)) throw new Problem("scope-missing");
  const token = mintOfficerToken(owner.keys.set, {
    issuer: owner.issuer,
    agreement: id,
    person: actor.id,
    session,
    jti: ctx.ids.id("jti"),
    issuedAt: new Date(ctx.now()),
  });
  const { id: tenant, name } = owner.tenant;
  return { token, expiresInS: officerTokenLifeMs / 1000, owner: { id: tenant, name } };
}
