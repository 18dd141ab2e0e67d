import { type NewTarget, Problem, type TargetChange, type TargetField } from "@guildhall/contract";
import { appendEvent, findTarget, findTargetFields, putTarget } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import type { TargetDesk } from "./desk.ts";
import { presentTarget, summaryOf } from "./present.ts";
import { readDescription } from "./read.ts";

/**
 * Put a new description in the place of a target's, and say what that did to its fields.
 *
 * @throws Problem `not-found`, `request-invalid` with what is wrong with each file
 */
export async function replaceTarget(
  ctx: Context,
  id: string,
  { given, desk }: { readonly given: NewTarget; readonly desk: TargetDesk },
): Promise<TargetChange> {
  requireScope(ctx, "services:write");
  if (!(await findTarget(ctx.db, id))) throw new Problem("not-found");
  const shape = await readDescription(desk, given);
  const { name, source } = given;
  return change(ctx, async ({ tx }) => {
    const before = await findTargetFields(tx, id);
    if (!before) throw new Problem("not-found");
    const row = { id, name, source, ...summaryOf(shape), readAt: ctx.now() };
    await putTarget(tx, row, shape.fields);
    const differences = differencesBetween(before, shape.fields);
    const event = { type: "target.changed", subject: id, actor: ctx.actor, at: ctx.now() } as const;
    const { came, went, changed } = differences;
    const counts = { came: came.length, went: went.length, changed: changed.length };
    await appendEvent(tx, { ...event, data: counts });
    return { ...presentTarget(row), ...differences };
  });
}

function differencesBetween(before: readonly TargetField[], after: readonly TargetField[]) {
  const old = new Map(before.map((field) => [field.target, JSON.stringify(field)]));
  const now = new Map(after.map((field) => [field.target, JSON.stringify(field)]));
  return {
    came: [...now.keys()].filter((target) => !old.has(target)),
    went: [...old.keys()].filter((target) => !now.has(target)),
    changed: [...now].flatMap(([target, said]) => {
      const then = old.get(target);
      return then !== undefined && then !== said ? [target] : [];
    }),
  };
}
