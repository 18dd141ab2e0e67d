import { createHash } from "node:crypto";
import { type Context, recall } from "@guildhall/domain";
import type { Context as HonoContext } from "hono";
import type { ApiEnv } from "./environment.ts";
import { once, principalOf } from "./once.ts";

/** A call that may have come before, and what was answered then. */
export interface MaybeRepeat<T> {
  readonly ctx: Context;
  readonly before: { readonly answer: T } | undefined;
}

/** The context of a call that names itself, by an Idempotency-Key or a signed id; undefined for one that does not. */
export async function byKey(c: HonoContext<ApiEnv>): Promise<Context | undefined> {
  const isNamed = c.req.header("idempotency-key") !== undefined || c.var.ctx.request !== undefined;
  if (!isNamed) return undefined;
  await once(c, async () => {});
  return c.var.ctx;
}

/**
 * The context of a call that is the same as another of this name, by the same caller at the same path.
 *
 * For clients that send no Idempotency-Key, and whose calls can be told apart in another way.
 */
export function byName(c: HonoContext<ApiEnv>, ...name: readonly string[]): Context {
  const id = createHash("sha256")
    .update(JSON.stringify([...principalOf(c.var.ctx), c.req.path, ...name]))
    .digest("base64url");
  return { ...c.var.ctx, request: { id, digest: "" } };
}

const dayMs = 86_400_000;

/** Take a call for a repeat that says the same as another of the last 24 hours: it is kept under the name of its day. */
export async function withinADay<T extends { readonly receivedAt: string }>(
  c: HonoContext<ApiEnv>,
  digest: string,
): Promise<MaybeRepeat<T>> {
  const now = c.var.ctx.now();
  const day = Math.floor(now / dayMs);
  const ctx = byName(c, digest, String(day));
  const yesterday = await recall<T>(byName(c, digest, String(day - 1)));
  const isFresh = yesterday && Date.parse(yesterday.answer.receivedAt) > now - dayMs;
  return { ctx, before: isFresh ? yesterday : await recall<T>(ctx) };
}
