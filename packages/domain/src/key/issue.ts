import type { Scope } from "@guildhall/contract";
import { hashSecret, issueKey as makeKey } from "@guildhall/keys";
import { appendEvent, insertApiKey, revokeApiKey, transact } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";

const longestLifeMs = 365 * 86_400_000;

export interface NewKey {
  /** What staff and citizens see as author of what is done with it. */
  readonly name: string;
  readonly kind: "vendor" | "partner";
  readonly scopes: readonly Scope[];
  readonly connector?: string | undefined;
}

/** Issue an API key, for a year. The key itself is in the answer and nowhere else. */
export async function issueKey(
  ctx: Context,
  { name, kind, scopes, connector }: NewKey,
): Promise<{ id: string; key: string }> {
  requireScope(ctx, "keys:write");
  const { id, key, secret, last4 } = makeKey({ environment: "live" });
  const now = ctx.now();
  const secretHash = Buffer.from(hashSecret(ctx.keys.pepper, secret));
  await transact(ctx.db, async (tx) => {
    const row = {
      id,
      name,
      kind,
      environment: "live" as const,
      secretHash,
      last4,
      scopes: scopes.join(" "),
      connector: connector ?? null,
    };
    await insertApiKey(tx, {
      ...row,
      createdAt: now,
      expiresAt: now + longestLifeMs,
      revokedAt: null,
    });
    await appendEvent(tx, {
      type: "key.issued",
      subject: id,
      actor: ctx.actor,
      at: now,
      data: { name },
    });
  });
  return { id, key };
}

/** End a key at once; false when there is no such key. */
export async function revokeKey(ctx: Context, id: string): Promise<boolean> {
  requireScope(ctx, "keys:write");
  return transact(ctx.db, async (tx) => {
    if (!(await revokeApiKey(tx, id, ctx.now()))) return false;
    await appendEvent(tx, { type: "key.revoked", subject: id, actor: ctx.actor, at: ctx.now() });
    return true;
  });
}
