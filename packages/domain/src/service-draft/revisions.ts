import type { DraftRevision, PageQuery } from "@guildhall/contract";
import { listRevisions } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { placeIn } from "../process/list.ts";
import type { Listed } from "./find.ts";
import { presentRevision } from "./present.ts";
import { reachLine } from "./reach.ts";

/**
 * See what was done to a draft since it began, the latest first, in words.
 *
 * @throws Problem `not-found`, `request-invalid` (a cursor of another list)
 */
export async function listDraftRevisions(
  ctx: Context,
  service: string,
  { limit, cursor }: PageQuery,
): Promise<Listed<DraftRevision>> {
  requireScope(ctx, "services:read");
  const { begun } = await reachLine(ctx.db, service);
  const before = placeIn(cursor);
  const asked = { service, after: begun - 1, before, limit: limit + 1 };
  const rows = await listRevisions(ctx.db, asked);
  const data = rows.slice(0, limit).map(presentRevision);
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: String(last.revision) } : { data };
}
