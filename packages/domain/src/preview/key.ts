import { createHash, createHmac } from "node:crypto";
import { Problem } from "@guildhall/contract";
import { findOpenPreview, type PreviewRow } from "@guildhall/store";
import type { Context } from "../context.ts";

/** The key in a preview's link: it follows from the tenant's own secret, so it is kept nowhere. */
export function keyOf({ db }: Pick<Context, "db">, id: string): string {
  return createHmac("sha256", db.vault.derive("preview-key")).update(id).digest("base64url");
}

export function digestOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/**
 * Find the preview that a key opens.
 *
 * @throws Problem `not-found`: the same for a key that is wrong, ended, or past its time
 */
export async function reachPreview(ctx: Context, key: string): Promise<PreviewRow> {
  const found = await findOpenPreview(ctx.db, { digest: digestOfSecret(key), now: ctx.now() });
  if (!found) throw new Problem("not-found");
  return found;
}
