import { createHash } from "node:crypto";
import { Problem } from "@guildhall/contract";
import type { Context, RepeatableRequest } from "@guildhall/domain";
import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "./environment.ts";

const wellFormed = /^[\x21-\x7e]{16,255}$/;

/** What the documentation shows, and nobody's key: whoever copied it would be given another's answer. */
export const exampleKey = "a-new-one-for-each-request";

/** Make a POST repeatable: the key, and who used it where, name the answer that will be remembered. */
export const once = createMiddleware<ApiEnv>(async function makeRepeatable(c, next) {
  const key = c.req.header("idempotency-key");
  if (c.var.signedId === undefined)
    c.set("ctx", { ...c.var.ctx, request: requestOf(c, key ?? "") });
  // A key beside a signed id would let the same signed write be sent again under another.
  else if (key !== undefined && key !== c.var.signedId)
    throw new Problem("idempotency-key-missing");
  await next();
});

/** The headers of an answer that may be a repeat, and where what it tells of can be found. */
export function answered(before: object | undefined, location?: string): Record<string, string> {
  return {
    ...(before ? { "Idempotent-Replayed": "true" } : {}),
    ...(location === undefined ? {} : { Location: location }),
  };
}

function requestOf(c: HonoContext<ApiEnv>, key: string): RepeatableRequest {
  if (!wellFormed.test(key) || key === exampleKey) throw new Problem("idempotency-key-missing");
  const id = createHash("sha256")
    .update([...principalOf(c.var.ctx), c.req.path, key].join("\0"))
    .digest("base64url");
  return { id, digest: c.get("bodyDigest") ?? "" };
}

/** Who asks. Grants of one back office share its id but not their requests: each is for another process. */
export function principalOf({ actor, only }: Context): string[] {
  return [actor.kind, actor.id, only?.draft ?? only?.process ?? ""];
}
