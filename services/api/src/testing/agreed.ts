import type { ApiWorld } from "../testing.ts";

/** An agreement that another tenant has proposed; its id. */
export async function agreed({ ctx }: ApiWorld): Promise<string> {
  const id = ctx.ids.id("agr");
  const signed = { tenant: "elsewhere", person: "per_1", name: "Pat Proposer", at: ctx.now() };
  await ctx.agreements.propose({
    id,
    owner: ctx.tenant.id,
    serving: signed.tenant,
    purpose: "Calls after hours",
    services: null,
    endsAt: ctx.now() + 86_400_000,
    proposedBy: "serving",
    proposedAt: signed.at,
    ownerApproval: null,
    servingApproval: signed,
    ended: null,
  });
  return id;
}
