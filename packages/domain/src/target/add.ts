import type { NewTarget, Target } from "@guildhall/contract";
import { appendEvent, listTargetIds, putTarget } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { slugOf } from "../service-draft/slug.ts";
import type { TargetDesk } from "./desk.ts";
import { presentTarget, summaryOf } from "./present.ts";
import { readDescription } from "./read.ts";

/**
 * Take in what a receiver takes, from its own description. It is read whole or not at all, and its files are not kept.
 *
 * @throws Problem `request-invalid` with what is wrong with each file
 */
export async function addTarget(ctx: Context, given: NewTarget, desk: TargetDesk): Promise<Target> {
  requireScope(ctx, "services:write");
  const shape = await readDescription(desk, given);
  const { name, source } = given;
  return change(ctx, async ({ tx }) => {
    const wanted = slugOf(name);
    const id = freeId(wanted, await listTargetIds(tx, wanted));
    const row = { id, name, source, ...summaryOf(shape), readAt: ctx.now() };
    await putTarget(tx, row, shape.fields);
    const event = { type: "target.added", subject: id, actor: ctx.actor, at: ctx.now() } as const;
    await appendEvent(tx, { ...event, data: { source, fields: row.fieldCount } });
    return presentTarget(row);
  });
}

/** Two may have one name; their ids differ. */
function freeId(wanted: string, taken: readonly string[]): string {
  let id = wanted;
  for (let count = 2; taken.includes(id); count += 1) id = `${wanted}-${count}`;
  return id;
}
