import { Problem } from "@guildhall/contract";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../environment.ts";
import { readLimited } from "../read-json.ts";
import { parseForm } from "./form.ts";

const largestBytes = 256 * 1024;
const taken: ReadonlySet<string> = new Set(["GET", "HEAD", "POST"]);

/**
 * Read the form of a POST, and show the `api_key` of an Open311 client as every other caller shows its credential.
 *
 * Clients send the key among the fields of a form, and FixMyStreet sends it in the query when it asks for updates.
 * A header, where there is one, counts before either.
 */
export const showKey = createMiddleware<ApiEnv>(async function showApiKey(c, next) {
  const { raw } = c.req;
  // No other has an address here; and TRACE is one that a request cannot be made anew with.
  if (!taken.has(raw.method)) return next();
  const headers = new Headers(raw.headers);
  let body: Uint8Array<ArrayBuffer> | undefined;
  if (raw.method === "POST") {
    body = Uint8Array.from(await readLimited(raw, largestBytes));
    c.set("form", parseForm(headers.get("content-type") ?? undefined, body));
  }
  const key = c.var.form?.text("api_key") ?? c.req.query("api_key");
  if (key && !headers.has("authorization")) headers.set("authorization", bearing(key));
  c.req.raw = new Request(raw.url, { method: raw.method, headers, body: body ?? null });
  await next();
});

/** What no header can hold is no key. */
function bearing(key: string): string {
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Problem("unauthenticated");
  return `Bearer ${key}`;
}
