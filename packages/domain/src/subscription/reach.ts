import { Problem, type Subscription } from "@guildhall/contract";
import { type Db, findSubscription, type SubscriptionRow, type Tx } from "@guildhall/store";
import type { Context } from "../context.ts";

/** Whose subscriptions the actor may see and change; undefined is everybody's. */
export function ownerFor({ actor }: Context): string | undefined {
  const isOfCouncil = actor.kind === "staff" || actor.kind === "platform";
  return isOfCouncil ? undefined : actor.id;
}

/**
 * Find a subscription that the actor may see; another's is as if it were not there.
 *
 * @throws Problem `not-found`
 */
export async function reachSubscription(
  ctx: Context,
  id: string,
  db: Db | Tx = ctx.db,
): Promise<SubscriptionRow> {
  const row = await findSubscription(db, id);
  const owner = ownerFor(ctx);
  if (!row || (owner !== undefined && row.ownerId !== owner)) throw new Problem("not-found");
  return row;
}

/**
 * Tells whether an address may be called, as far as its spelling says; given by the installation.
 *
 * What a name leads to is judged again at each connection.
 */
export type MayCall = (url: string) => boolean;

/** @throws Problem `url-not-allowed` */
export function requireCallable(url: string, mayCall: MayCall): void {
  if (URL.canParse(url) && mayCall(url)) return;
  throw new Problem("url-not-allowed", { faults: [{ pointer: "/url", code: "not-allowed" }] });
}

/** What the audit trail keeps of a subscription: its address may be a secret, its host is not. */
export function toldOf({ url, events }: Pick<Subscription, "url" | "events">) {
  return { host: new URL(url).host, events };
}
