import {
  type FieldQuery,
  type PageQuery,
  Problem,
  type Target,
  type TargetField,
} from "@guildhall/contract";
import { findTarget, findTargetFields, listTargets as listRows } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { fieldsFound } from "./find-fields.ts";
import { presentTarget } from "./present.ts";

/** A part of a list, and where the next begins. */
export interface Listed<T> {
  readonly data: T[];
  readonly nextCursor?: string;
}

/** List targets by id. No fields are read for it. */
export async function listTargets(
  ctx: Context,
  { limit, cursor }: PageQuery,
): Promise<Listed<Target>> {
  requireScope(ctx, "services:read");
  const rows = await listRows(ctx.db, { limit: limit + 1, after: cursor });
  const data = rows.slice(0, limit).map(presentTarget);
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}

/** @throws Problem `not-found` */
export async function getTarget(ctx: Context, id: string): Promise<Target> {
  requireScope(ctx, "services:read");
  const row = await findTarget(ctx.db, id);
  if (!row) throw new Problem("not-found");
  return presentTarget(row);
}

/**
 * List the fields of a target in document order, a part at a time.
 *
 * @throws Problem `not-found`
 */
export async function listTargetFields(
  ctx: Context,
  id: string,
  query: FieldQuery,
): Promise<Listed<TargetField>> {
  requireScope(ctx, "services:read");
  const fields = await findTargetFields(ctx.db, id);
  if (!fields) throw new Problem("not-found");
  return fieldsFound(fields, query);
}
