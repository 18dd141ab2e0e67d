import { hash } from "node:crypto";
import { Problem } from "@guildhall/contract";
import type { Precondition } from "@guildhall/domain";
import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiEnv } from "./environment.ts";
import { json } from "./router.ts";

/** Give the strong ETag (RFC 9110) of a value as it is sent: the same bytes have the same one. */
export function etagOf(value: unknown): string {
  return etagOfText(JSON.stringify(value));
}

function etagOfText(text: string): string {
  return `"${hash("sha256", text, "base64url").slice(0, 27)}"`;
}

/** Answer with a value and its ETag; a reader who has it already is told so with 304 and no body. */
export function withEtag<T extends object>(c: Context<ApiEnv>, value: T) {
  const text = JSON.stringify(value);
  const etag = etagOfText(text);
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  if (isRead && names(c.req.header("if-none-match"), etag, "weak"))
    return c.body(null, 304, { ETag: etag });
  // Written once, as `json` would write it.
  const answer = c.body(text, 200, { ETag: etag, "Content-Type": "application/json" });
  return answer as unknown as ReturnType<typeof c.json<T, 200>>;
}

/** Answer an edit with the thing as it is now, and its ETag. */
export function edited<T extends object>(c: Context<ApiEnv>, value: T) {
  return c.json(value, 200, { ETag: etagOf(value) });
}

/** Answer what was put where nothing was. */
export function created<T extends object>(c: Context<ApiEnv>, value: T) {
  return c.json(value, 201, { ETag: etagOf(value) });
}

/**
 * Give what the request's `If-Match` demands, for a verb to ask inside its transaction; undefined where it demands nothing.
 *
 * The demand is made of the thing as its GET shows it, and throws the Problem `precondition-failed`.
 */
export function ifMatch(c: Context<ApiEnv>): Precondition | undefined {
  const wanted = c.req.header("if-match");
  if (wanted === undefined) return undefined;
  return (current) => {
    if (!names(wanted, etagOf(current), "strong")) throw new Problem("precondition-failed");
  };
}

/** Whether a list of ETags has this one; `*` is any. A weak one is as good as a strong one only for reading. */
function names(list: string | undefined, etag: string, strength: "weak" | "strong"): boolean {
  if (list === undefined) return false;
  const given = list.split(",").map((one) => one.trim());
  const tags = strength === "weak" ? given.map((one) => one.replace(/^W\//, "")) : given;
  return tags.includes("*") || tags.includes(etag);
}

const headers = {
  ETag: {
    description:
      "Another whenever the answer is another: send it back as If-None-Match or If-Match",
    schema: { type: "string" },
  },
} as const;

/** The answers of a GET of a single thing: the thing with its ETag, or that it has not changed. */
export function found<T extends z.ZodType>(description: string, schema: T) {
  return { ...changed(description, schema), 304: { description: "As you have it", headers } };
}

/** The answer of an edit: the thing as it is now, with its ETag. */
export function changed<T extends z.ZodType>(description: string, schema: T) {
  return { 200: { description, headers, ...json(schema) } };
}

/** The answers of a PUT: the thing as it is now, in the place of another or where there was none. */
export function put<T extends z.ZodType>(description: string, schema: T) {
  return {
    ...changed(description, schema),
    201: { description: `${description}, which was not there before`, headers, ...json(schema) },
  };
}

export const ifNoneMatchHeader = {
  name: "If-None-Match",
  in: "header",
  description: "The ETag that you have: where it is still right the answer is 304, without a body.",
  schema: { type: "string" },
} as const;

export const ifMatchHeader = {
  name: "If-Match",
  in: "header",
  description:
    "The ETag of what you read: where it was changed since, nothing is done and the answer is 412.",
  schema: { type: "string" },
} as const;
