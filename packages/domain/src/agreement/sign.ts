import type { Actor, Agreement } from "@guildhall/contract";
import { type AgreementRow, appendEvent, type Signature, transact } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { presentAgreement } from "./present.ts";

/** Whoever acts, as a named person of their tenant. */
export function signature({ actor, tenant, now }: Context): Signature {
  return { tenant: tenant.id, person: actor.id, name: actor.name, at: now() };
}

/** Somebody of a tenant, as others name them. */
export function fromTenant(
  { kind, id, name }: Actor,
  tenant: { readonly id: string; readonly name: string },
): Actor {
  return { kind, id: `${tenant.id}/${id}`, name: `${name}, ${tenant.name}` };
}

/**
 * Write into the audit trails of both sides what was done with an agreement.
 *
 * The directory says it by then, so that one that was ended is over whatever becomes of the trails.
 */
export async function tellBoth(
  ctx: Context,
  row: AgreementRow,
  type: "agreement.proposed" | "agreement.approved" | "agreement.ended",
): Promise<Agreement> {
  const { tenant, actor } = ctx;
  const event = { type, subject: row.id, at: ctx.now() };
  const data = { owner: row.owner, serving: row.serving };
  const names = await ctx.agreements.names();
  const told = presentAgreement(row, { names, now: ctx.now() });
  const answer = await change(ctx, async ({ tx }) => {
    await appendEvent(tx, { ...event, actor, data });
    return told;
  });
  const other = await ctx.agreements.ground(row.owner === tenant.id ? row.serving : row.owner);
  // Where the same request came at the same moment and was first, that one tells the other side.
  if (other && answer === told)
    await transact(other.db, async (tx) => {
      await appendEvent(tx, { ...event, actor: fromTenant(actor, tenant), data });
    });
  return answer;
}
