import {
  type IssuedSubscription,
  Problem,
  type Subscription,
  type SubscriptionRotation,
} from "@guildhall/contract";
import { appendEvent, moveSubscription, putSecret, sealSecret } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { presentSubscription } from "./present.ts";
import { reachSubscription, toldOf } from "./reach.ts";
import { active, createSigner, rotated, secretName, secretOf, shown } from "./signers.ts";

const hourMs = 3_600_000;

/**
 * Sign with a new key or secret from now on, and beside it with the one of now until it ends. A secret is shown now
 * and never again.
 *
 * @throws Problem `not-found`, `precondition-failed` when somebody else changed the subscription meanwhile
 */
export async function rotateSubscription(
  ctx: Context,
  id: string,
  { keepHours }: SubscriptionRotation,
): Promise<IssuedSubscription> {
  requireScope(ctx, "subscriptions:write");
  requireRecentSignIn(ctx);
  const row = await reachSubscription(ctx, id);
  const at = ctx.now();
  const before = active(await ctx.subscribers.signersOf(row), at);
  const fresh = createSigner(row.signature);
  const signers = rotated(before, fresh, at + keepHours * hourMs);
  const jwe = await sealSecret(ctx.db.vault, secretName(id), signers);
  const secret = secretOf(fresh);
  let rotatedNow: Subscription | undefined;
  const answer = await change(ctx, async ({ tx }) => {
    const moved = await moveSubscription(tx, row, { publicKeys: shown(signers) });
    if (!moved) throw new Problem("precondition-failed");
    await putSecret(tx, secretName(id), { jwe, updatedAt: at });
    const now = presentSubscription(moved, at);
    const data = { ...toldOf(now), rotated: true };
    await appendEvent(tx, {
      type: "subscription.changed",
      subject: id,
      actor: ctx.actor,
      at,
      data,
    });
    rotatedNow = now;
    return now;
  });
  ctx.subscribers.forget();
  return answer === rotatedNow && secret !== undefined ? { ...answer, secret } : answer;
}
