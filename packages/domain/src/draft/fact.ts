import { createHmac } from "node:crypto";
import { type DraftReturn, Problem, type ReturnFactKind } from "@guildhall/contract";
import type { Context } from "../context.ts";

const fewest = 3;

/**
 * Give what is kept of a fact that somebody chose: an HMAC under the tenant's own key, good for this draft alone.
 *
 * Capitals, spaces and marks between words do not count: nobody remembers how they typed it.
 *
 * @throws Problem `request-invalid` when too little is left of it
 */
export function hashFact(ctx: Context, draft: string, fact: DraftReturn["fact"]): Buffer {
  if (normalFact(fact.value).length < fewest) {
    throw new Problem("request-invalid", {
      faults: [{ pointer: "/fact/value", code: "too-short" }],
    });
  }
  return digest(ctx, { draft, ...fact });
}

/** The same of what somebody types who comes back. */
export function hashTypedFact(
  ctx: Context,
  fact: { readonly draft: string; readonly kind: ReturnFactKind; readonly value: string },
): Buffer {
  return digest(ctx, fact);
}

function digest(
  { db }: Context,
  { draft, kind, value }: { draft: string; kind: ReturnFactKind; value: string },
): Buffer {
  const key = db.vault.derive("draft-fact");
  return createHmac("sha256", key)
    .update([draft, kind, normalFact(value)].join("\0"))
    .digest();
}

function normalFact(value: string): string {
  return value
    .normalize("NFKC")
    .toLocaleLowerCase("en-GB")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
