import { createHash } from "node:crypto";
import { isCleanJson, Problem } from "@guildhall/contract";
import type { RepeatableRequest } from "@guildhall/domain";
import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "./environment.ts";

const largestBytes = 256 * 1024;
const jsonType = /^application\/json\s*(?:;\s*charset=(?:"utf-8"|utf-8)\s*)?$/i;
const idempotencyKey = /^[\x21-\x7e]{16,255}$/;

/**
 * Read a JSON body: no larger than it may be, of the right type, well-formed, every text in it clean.
 *
 * Bytes are counted as they come, since a length that was announced may be a lie.
 */
export const readJson = createMiddleware<ApiEnv>(async function readJsonBody(c, next) {
  if (!jsonType.test(c.req.header("content-type") ?? ""))
    throw new Problem("media-type-unsupported");
  const bytes = await readLimited(c.req.raw, largestBytes);
  const value = parse(bytes);
  if (!isCleanJson(value, 16))
    throw new Problem("invalid-text", { faults: [{ pointer: "", code: "invalid-text" }] });
  c.req.bodyCache.json = Promise.resolve(value);
  c.set("bodyDigest", createHash("sha256").update(bytes).digest("base64url"));
  await next();
});

/** Make a POST repeatable: the key and who used it where name the answer that will be remembered. */
export const once = createMiddleware<ApiEnv>(async function makeRepeatable(c, next) {
  const key = c.req.header("idempotency-key") ?? "";
  if (!idempotencyKey.test(key)) throw new Problem("idempotency-key-missing");
  c.set("ctx", { ...c.var.ctx, request: requestOf(c, key) });
  await next();
});

function requestOf(c: HonoContext<ApiEnv>, key: string): RepeatableRequest {
  const { actor } = c.var.ctx;
  const id = createHash("sha256")
    .update(`${actor.kind}\0${actor.id}\0${c.req.path}\0${key}`)
    .digest("base64url");
  return { id, digest: c.get("bodyDigest") ?? "" };
}

async function readLimited(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit)
    throw new Problem("body-too-large");
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    if (length > limit) throw new Problem("body-too-large");
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw new Problem("malformed-json");
  }
}
