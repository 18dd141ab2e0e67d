import { type PageQuery, type Preview, Problem } from "@guildhall/contract";
import {
  countPreviewComments,
  findPreview,
  listPreviews as listRows,
  type PreviewRow,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { keyOf } from "./key.ts";

/** List previews, the latest first. */
export async function listPreviews(
  ctx: Context,
  { limit, cursor }: PageQuery,
): Promise<{ data: Preview[]; nextCursor?: string }> {
  requireReader(ctx);
  const rows = await listRows(ctx.db, { limit: limit + 1, before: cursor });
  const counts = await countPreviewComments(ctx.db);
  const part = rows.slice(0, limit);
  const data = part.map((row) => presentPreview(ctx, row, counts.get(row.id)?.new ?? 0));
  const last = part.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}

/** @throws Problem `not-found` */
export async function getPreview(ctx: Context, id: string): Promise<Preview> {
  const row = await findForStaff(ctx, id);
  const counts = await countPreviewComments(ctx.db);
  return presentPreview(ctx, row, counts.get(id)?.new ?? 0);
}

/** @throws Problem `scope-missing`, `not-found` */
export async function findForStaff(ctx: Context, id: string): Promise<PreviewRow> {
  requireReader(ctx);
  const row = await findPreview(ctx.db, id);
  if (!row) throw new Problem("not-found");
  return row;
}

export function presentPreview(ctx: Context, row: PreviewRow, newComments: number): Preview {
  const { id, service, name, showsComments, sharedBy } = row;
  const state = stateOf(ctx, row);
  const url = new URL(`/c/${ctx.tenant.id}/preview/${keyOf(ctx, id)}`, ctx.issuer).href;
  return {
    id,
    service,
    name,
    ...(state === "open" && ctx.scopes.has("services:write") ? { url } : {}),
    state,
    showsComments,
    sharedAt: instant(row.sharedAt),
    sharedBy,
    expiresAt: instant(row.expiresAt),
    newComments,
  };
}

function stateOf({ now }: Context, { endedAt, expiresAt }: PreviewRow): Preview["state"] {
  if (endedAt !== null) return "ended";
  return expiresAt <= now() ? "expired" : "open";
}

function requireReader(ctx: Context): void {
  requireScope(ctx, "services:read");
  if (ctx.only) throw new Problem("scope-missing");
}
