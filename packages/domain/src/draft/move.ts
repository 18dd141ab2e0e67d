import { type Draft, type Form, Problem } from "@guildhall/contract";
import { formChanges } from "@guildhall/forms";
import { type DraftRow, findDraft, saveDraft as saveRow } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { presentDraft, reachDraft } from "./reach.ts";

/**
 * Go on with a draft on the version that is live now.
 *
 * Answers that still fit stay. What came or is put otherwise is to be asked, and nothing else again.
 *
 * @throws Problem `not-found` (draft, or the service is offered no more), `invalid-transition`
 */
export async function moveDraft(ctx: Context, id: string): Promise<Draft> {
  const row = await reachDraft(ctx, id);
  const live = await ctx.catalogue.live(row.service);
  if (live.version === row.version) return presentDraft(ctx, row);
  const { definition } = await ctx.catalogue.version(row.service, row.version);
  const fit = fitting(definition.form, live.definition.form);
  const moved = await change(ctx, async ({ tx }) => {
    const changed = { version: live.version, ...fit((await findDraft(tx, id)) ?? row) };
    if (!(await saveRow(tx, id, changed))) throw new Problem("invalid-transition");
    return { ...row, ...changed };
  });
  return presentDraft(ctx, moved);
}

type Filled = Pick<DraftRow, "answers" | "journey">;

/** Make what was filled in on one version fit another. */
export function fitting(before: Form, after: Form): (filled: Filled) => Filled {
  const { added, reworded } = formChanges(before, after);
  const changed = [...added, ...reworded.map((one) => one.after)].map(({ id }) => id);
  const were = kindsIn(before);
  const are = kindsIn(after);
  const pages = new Set(after.pages.map(({ id }) => id));
  const fits = (id: string) => are.has(id) && are.get(id) === were.get(id);
  return ({ answers, journey: { seen, asks } }) => ({
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => fits(id))),
    journey: {
      seen: seen.filter((page) => pages.has(page)),
      asks: [...new Set([...asks, ...changed])].filter((id) => are.has(id)),
    },
  });
}

function kindsIn({ pages }: Form): Map<string, string> {
  return new Map(
    pages.flatMap(({ questions }) => questions.map(({ id, type }) => [id, type] as const)),
  );
}
