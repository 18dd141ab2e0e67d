import { createHash } from "node:crypto";
import { Problem } from "@guildhall/contract";
import type { RepeatableRequest } from "@guildhall/domain";
import { verifyWebhook, type WebhookVerifier } from "@guildhall/keys";
import type { Context as HonoContext } from "hono";
import type { ApiEnv } from "./environment.ts";
import { principalOf } from "./once.ts";
import { largestBytes, readLimited } from "./read-json.ts";

const reading: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuse a write that is not signed as its credential demands, with the three headers of Standard Webhooks.
 *
 * The signature says nothing of method and path, so what it was used for is remembered under its id: the same write
 * is answered as before, and any other with that id is refused.
 */
export async function requireSignature(
  c: HonoContext<ApiEnv>,
  verifiers: readonly WebhookVerifier[] | undefined,
): Promise<void> {
  if (verifiers === undefined || reading.has(c.req.method)) return;
  const bytes = await readLimited(c.req.raw, largestBytes);
  const now = new Date(c.var.ground.now());
  const signed = verifyWebhook(c.req.raw.headers, bytes, { verifiers, now });
  if (!signed) throw new Problem("signature-invalid");
  giveBackBody(c, bytes);
  c.set("signedId", signed.id);
  c.set("ctx", { ...c.var.ctx, request: repeatable(c, signed.id, bytes) });
}

/** Let the body be read again by whoever is meant to read it. */
function giveBackBody(c: HonoContext<ApiEnv>, bytes: Uint8Array): void {
  const { url, method, headers } = c.req.raw;
  const body = bytes.length === 0 ? null : Buffer.from(bytes);
  c.req.raw = new Request(url, { method, headers, body });
}

function repeatable(c: HonoContext<ApiEnv>, id: string, bytes: Uint8Array): RepeatableRequest {
  const digest = createHash("sha256").update(`${c.req.method} ${c.req.path}\0`).update(bytes);
  const name = [...principalOf(c.var.ctx), "signed", id].join("\0");
  return {
    id: createHash("sha256").update(name).digest("base64url"),
    digest: digest.digest("base64url"),
  };
}
