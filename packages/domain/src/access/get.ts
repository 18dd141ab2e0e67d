import { type AccessQuery, type AccessRequest, Problem } from "@guildhall/contract";
import {
  type AccessRequestRow,
  findAccessRequest,
  listAccessRequests as listRows,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentAccess } from "./present.ts";

/**
 * See a request for access: its applicant's own, or as staff who look after keys.
 *
 * @throws Problem `not-found`
 */
export async function getAccessRequest(ctx: Context, id: string): Promise<AccessRequest> {
  const mine = ctx.only?.access;
  if (mine === undefined) requireScope(ctx, "keys:read");
  else if (mine !== id) throw new Problem("not-found");
  return presentAccess(await reachRequest(ctx, id));
}

/** See who asks for access, those who have waited longest first. */
export async function listAccessRequests(
  ctx: Context,
  { limit, cursor, state }: AccessQuery,
): Promise<{ data: AccessRequest[]; nextCursor?: string }> {
  requireScope(ctx, "keys:read");
  const rows = await listRows(ctx.db, {
    after: cursor,
    limit: limit + 1,
    ...(state === undefined ? {} : { state }),
  });
  const data = rows.slice(0, limit).map(presentAccess);
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}

/** @throws Problem `not-found` */
export async function reachRequest({ db }: Context, id: string): Promise<AccessRequestRow> {
  const row = await findAccessRequest(db, id);
  if (!row) throw new Problem("not-found");
  return row;
}
