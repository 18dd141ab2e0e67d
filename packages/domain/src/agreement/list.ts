import { type Agreement, Problem } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { presentAgreement } from "./present.ts";

/** See the agreements that this tenant is a side of, the latest first. */
export async function listAgreements(ctx: Context): Promise<{ data: Agreement[] }> {
  requireScope(ctx, "agreements:read");
  const names = await ctx.agreements.names();
  const rows = await ctx.agreements.list(ctx.tenant.id);
  return { data: rows.map((row) => presentAgreement(row, { names, now: ctx.now() })) };
}

/** See one of them. @throws Problem `not-found` */
export async function getAgreement(ctx: Context, id: string): Promise<Agreement> {
  requireScope(ctx, "agreements:read");
  const row = await ctx.agreements.find(ctx.tenant.id, id);
  if (!row) throw new Problem("not-found");
  return presentAgreement(row, { names: await ctx.agreements.names(), now: ctx.now() });
}
