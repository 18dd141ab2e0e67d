import { type KeyRotation, Problem, type ShownKey } from "@guildhall/contract";
import { hashSecret, issueKey as makeKey } from "@guildhall/keys";
import { appendEvent, changeApiKey, findApiKey } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { reachKey } from "./get.ts";
import { presentKey } from "./present.ts";

const hourMs = 3_600_000;

/**
 * Give a key a new secret. The one in force stays good for the hours given, so that its holder can change over
 * without a failed call; one that was left from an earlier rotation ends now.
 *
 * A key may rotate itself where its secret in force is shown. What ends sooner, a token of it or the secret before,
 * would otherwise buy a secret that does not.
 *
 * @throws Problem `not-found`, `invalid-transition` (it was revoked, or has no secret)
 */
export async function rotateKey(
  ctx: Context,
  id: string,
  { previousEndsInHours }: KeyRotation,
): Promise<ShownKey> {
  if (ctx.key !== id || !ctx.holdsSecret) requireScope(ctx, "keys:write");
  requireRecentSignIn(ctx);
  const { environment } = await reachKey(ctx, id);
  const made = makeKey({ environment, id });
  const secretHash = Buffer.from(hashSecret(ctx.keys.pepper, made.secret));

  let fresh: ShownKey | undefined;
  const answer = await change(ctx, async ({ tx }) => {
    const before = await findApiKey(tx, id);
    if (!before || before.revokedAt !== null || before.secretHash === null)
      throw new Problem("invalid-transition");
    const row = await changeApiKey(tx, id, {
      secretHash,
      last4: made.last4,
      previousHash: before.secretHash,
      previousLast4: before.last4,
      previousEndsAt: ctx.now() + previousEndsInHours * hourMs,
    });
    const told = { type: "key.rotated", subject: id, actor: ctx.actor } as const;
    await appendEvent(tx, { ...told, at: ctx.now(), data: { previousEndsInHours } });
    fresh = presentKey(row ?? before, ctx.now());
    return fresh;
  });
  return answer === fresh ? { ...answer, key: made.key } : answer;
}
