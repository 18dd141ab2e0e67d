import { type PageQuery, type Person, Problem } from "@guildhall/contract";
import { findPerson, listPeople as listRows } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentPerson } from "./present.ts";

/** List those who can sign in, or could, in the order they were added. */
export async function listPeople(
  ctx: Context,
  { limit, cursor }: PageQuery,
): Promise<{ data: Person[]; nextCursor?: string }> {
  requireScope(ctx, "people:read");
  const rows = await listRows(ctx.db, { limit: limit + 1, after: cursor });
  const data = rows.slice(0, limit).map(presentPerson);
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}

/**
 * See one person.
 *
 * @throws Problem `not-found`
 */
export async function getPerson(ctx: Context, id: string): Promise<Person> {
  requireScope(ctx, "people:read");
  const row = await findPerson(ctx.db, id);
  if (!row) throw new Problem("not-found");
  return presentPerson(row);
}
