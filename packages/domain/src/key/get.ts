import { type Key, Problem } from "@guildhall/contract";
import { type ApiKeyRow, findApiKey, listApiKeys } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentKey } from "./present.ts";

/**
 * See what a key is: its terms, and nothing secret. A key may look at itself, whatever its scopes.
 *
 * @throws Problem `not-found`
 */
export async function getKey(ctx: Context, id: string): Promise<Key> {
  if (ctx.key !== id) requireScope(ctx, "keys:read");
  return presentKey(await reachKey(ctx, id), ctx.now());
}

/** Find a key, whether or not it has ended. */
export async function reachKey(ctx: Context, id: string): Promise<ApiKeyRow> {
  const row = await findApiKey(ctx.db, id);
  if (!row) throw new Problem("not-found");
  return row;
}

/** List keys, newest first, those that have ended among them. */
export async function listKeys(
  ctx: Context,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ data: Key[]; nextCursor?: string }> {
  requireScope(ctx, "keys:read");
  const rows = await listApiKeys(ctx.db, { limit: limit + 1, after: cursor });
  const data = rows.slice(0, limit).map((row) => presentKey(row, ctx.now()));
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}
