import { type Colleague, Problem } from "@guildhall/contract";
import { listPeople, type PersonRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { canDoTasks } from "../person/roles.ts";

const atATime = 100;

/**
 * List those who can be given a task, by name: whoever is active here and may do tasks, with or without work already.
 *
 * Who works at a council is told to its own staff and to nobody else.
 *
 * @throws Problem `scope-missing`
 */
export async function listColleagues(ctx: Context): Promise<{ data: Colleague[] }> {
  requireScope(ctx, "tasks:read");
  if (ctx.only || ctx.actor.kind !== "staff") throw new Problem("scope-missing");
  const all: PersonRow[] = [];
  for (let after: string | undefined; ; after = all.at(-1)?.id) {
    const some = await listPeople(ctx.db, { limit: atATime, after });
    all.push(...some);
    if (some.length < atATime) break;
  }
  const data = all.filter((one) => canDoTasks(ctx, one)).map(({ id, name }) => ({ id, name }));
  return { data: data.toSorted((one, other) => one.name.localeCompare(other.name, "en")) };
}
