import { Problem, type SigningKeyState } from "@guildhall/contract";
import { type KeySet, revoke, rotate } from "@guildhall/keys";
import { appendEvent, type NewEvent } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { KeySetChanged } from "./live-keys.ts";

/** See the keys that the tenant signs with, in the order they came. */
export async function listSigningKeys(ctx: Context): Promise<{ data: SigningKeyState[] }> {
  requireScope(ctx, "keys:read");
  return present(ctx.keys.set);
}

/**
 * Let the next key sign. The one that did stays believed until all that it signed has ended, so no call fails.
 *
 * @throws Problem `invalid-transition` while the next key has not been published for a day
 */
export async function rotateSigningKeys(ctx: Context): Promise<{ data: SigningKeyState[] }> {
  requireScope(ctx, "keys:write");
  requireRecentSignIn(ctx);
  return replaceKeys(ctx, (set) => {
    const rotated = rotate(set, new Date(ctx.now()));
    if (rotated === set) throw new Problem("invalid-transition");
    const { kid = "" } = rotated.keys.find(({ state }) => state === "active") ?? {};
    return { set: rotated, event: { type: "signing-key.rotated", subject: kid } };
  });
}

/**
 * Stop believing a key, and with it every token and grant that it signed: for one that somebody else may have.
 *
 * @throws Problem `not-found`
 */
export async function revokeSigningKey(ctx: Context, kid: string): Promise<void> {
  requireScope(ctx, "keys:write");
  requireRecentSignIn(ctx);
  await replaceKeys(ctx, (set) => {
    if (!set.keys.some((key) => key.kid === kid)) throw new Problem("not-found");
    const event = { type: "signing-key.revoked", subject: kid } as const;
    return { set: revoke(set, kid, new Date(ctx.now())), event };
  });
}

interface Step {
  readonly set: KeySet;
  readonly event: Pick<NewEvent, "type" | "subject">;
}

/** Another process may do the same meanwhile: then it is done again on what that one left. */
async function replaceKeys(
  ctx: Context,
  step: (set: KeySet) => Step,
): Promise<{ data: SigningKeyState[] }> {
  await ctx.keys.renew();
  const { set, event } = step(ctx.keys.set);
  const replacement = await ctx.keys.replacement(set, ctx.now());
  try {
    const answer = await change(ctx, async ({ tx }) => {
      await replacement.store(tx);
      await appendEvent(tx, { ...event, actor: ctx.actor, at: ctx.now() });
      return present(set);
    });
    await ctx.keys.renew();
    return answer;
  } catch (error) {
    if (error instanceof KeySetChanged) return replaceKeys(ctx, step);
    throw error;
  }
}

function present({ keys }: KeySet): { data: SigningKeyState[] } {
  return { data: keys.map(({ kid, state, since }) => ({ kid, state, since })) };
}
