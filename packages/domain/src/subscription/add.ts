import { type IssuedSubscription, type NewSubscription, Problem } from "@guildhall/contract";
import {
  appendEvent,
  countSubscriptions,
  insertSubscription,
  putSecret,
  type SubscriptionRow,
  sealSecret,
  type Tx,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { presentSubscription } from "./present.ts";
import { type MayCall, requireCallable, toldOf } from "./reach.ts";
import { createSigner, secretName, secretOf, shown } from "./signers.ts";

/** As many as one system needs with room to spare; each is called for every event that it asks for. */
const mostOfOwner = 20;
const mostOfTenant = 200;

/**
 * Ask for webhooks. A secret, where they are signed with one, is shown now and never again: where the request comes
 * again, the answer is the same but without it.
 *
 * @throws Problem `url-not-allowed`, `invalid-transition` when there are as many as there may be
 */
export async function addSubscription(
  ctx: Context,
  input: NewSubscription,
  mayCall: MayCall,
): Promise<IssuedSubscription> {
  requireScope(ctx, "subscriptions:write");
  requireRecentSignIn(ctx);
  if (ctx.actor.kind === "vendor" || ctx.actor.kind === "partner") requireScope(ctx, "events:read");
  requireCallable(input.url, mayCall);

  const signer = createSigner(input.signature);
  const row = rowOf(ctx, input, shown([signer]));
  const jwe = await sealSecret(ctx.db.vault, secretName(row.id), [signer]);
  const secret = secretOf(signer);
  const fresh = presentSubscription(row, row.createdAt);
  const answer = await change(ctx, async ({ tx }) => {
    await requireRoom(tx, row.ownerId);
    await insertSubscription(tx, row);
    await putSecret(tx, secretName(row.id), { jwe, updatedAt: row.createdAt });
    const told = { subject: row.id, actor: ctx.actor, at: row.createdAt, data: toldOf(input) };
    await appendEvent(tx, { type: "subscription.added", ...told });
    return fresh;
  });
  ctx.subscribers.forget();
  return answer === fresh && secret !== undefined ? { ...fresh, secret } : answer;
}

function rowOf(
  { ids, actor, now }: Context,
  { url, events, description, signature }: NewSubscription,
  publicKeys: string,
): SubscriptionRow {
  return {
    id: ids.id("sub"),
    url,
    events: JSON.stringify([...new Set(events)]),
    description: description ?? null,
    state: "active",
    disabledReason: null,
    signature,
    publicKeys,
    ownerKind: actor.kind,
    ownerId: actor.id,
    ownerName: actor.name,
    createdAt: now(),
    revision: 1,
  };
}

async function requireRoom(tx: Tx, owner: string): Promise<void> {
  const { all, own } = await countSubscriptions(tx, owner);
  if (own < mostOfOwner && all < mostOfTenant) return;
  throw new Problem("invalid-transition", { faults: [{ pointer: "", code: "too-many" }] });
}
