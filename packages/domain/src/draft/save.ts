import { type Answers, type Draft, Problem } from "@guildhall/contract";
import { findDraft, saveDraft as saveRow } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { presentDraft, reachDraft } from "./reach.ts";

/**
 * Keep answers as they were typed; `null` takes one away. They are checked when the form is submitted.
 *
 * @throws Problem `not-found`, `invalid-transition`
 */
export async function saveDraft(
  ctx: Context,
  id: string,
  { answers }: { answers: Answers },
): Promise<Draft> {
  const row = await reachDraft(ctx, id);
  const saved = await change(ctx, async ({ tx }) => {
    const latest = await findDraft(tx, id);
    const merged = merge(latest?.answers ?? row.answers, answers);
    if (!(await saveRow(tx, id, merged))) throw new Problem("invalid-transition");
    return merged;
  });
  return presentDraft(ctx, { ...row, answers: saved });
}

function merge(before: Answers, after: Answers): Answers {
  return Object.fromEntries(
    Object.entries({ ...before, ...after }).filter(([, value]) => value !== null),
  );
}
