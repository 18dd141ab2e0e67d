import { type CurrentPerson, Problem, type Scope } from "@guildhall/contract";
import { findPerson } from "@guildhall/store";
import type { Context } from "../context.ts";
import { presentPerson } from "./present.ts";

/**
 * See who is signed in, for whom, and what they may do.
 *
 * @throws Problem `scope-missing` when it is not a member of staff who asks
 */
export async function getCurrentPerson(ctx: Context): Promise<CurrentPerson> {
  if (ctx.session === undefined) throw new Problem("scope-missing");
  const row = await findPerson(ctx.db, ctx.actor.id);
  if (!row) throw new Problem("unauthenticated");
  const { id, name } = ctx.tenant;
  const scopes: Scope[] = [...ctx.scopes].sort();
  return { ...presentPerson(row), tenant: { id, name }, scopes };
}
