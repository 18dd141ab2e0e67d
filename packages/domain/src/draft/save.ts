import { type Answers, type Draft, type DraftChange, Problem } from "@guildhall/contract";
import { type DraftRow, findDraft, saveDraft as saveRow } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { presentDraft, reachDraft } from "./reach.ts";
import { keptLifeMs, mostBytes } from "./terms.ts";

/**
 * Keep answers as they were typed; `null` takes one away. They are checked when the form is submitted.
 *
 * A draft that somebody comes back to lives on from its last change.
 *
 * @throws Problem `not-found`, `invalid-transition`, `body-too-large` (with what was there before)
 */
export async function saveDraft(ctx: Context, id: string, input: DraftChange): Promise<Draft> {
  const row = await reachDraft(ctx, id);
  const { definition } = await ctx.catalogue.version(row.service, row.version);
  const saved = await change(ctx, async ({ tx }) => {
    const latest = (await findDraft(tx, id)) ?? row;
    const changed = {
      answers: checked(merge(latest.answers, input.answers)),
      journey: journeyAfter(latest, input),
      ...(latest.kept ? { expiresAt: ctx.now() + keptLifeMs(definition) } : {}),
    };
    if (!(await saveRow(tx, id, changed))) throw new Problem("invalid-transition");
    return { ...latest, ...changed };
  });
  return presentDraft(ctx, saved);
}

function merge(before: Answers, after: Answers): Answers {
  return Object.fromEntries(
    Object.entries({ ...before, ...after }).filter(([, value]) => value !== null),
  );
}

function checked(answers: Answers): Answers {
  if (Buffer.byteLength(JSON.stringify(answers)) > mostBytes) throw new Problem("body-too-large");
  return answers;
}

/** More pages than a form has are nobody's journey. */
const mostSeen = 200;

function journeyAfter({ journey }: DraftRow, { answers, page }: DraftChange): DraftRow["journey"] {
  const { seen, asks } = journey;
  const isNew = page !== undefined && !seen.includes(page) && seen.length < mostSeen;
  return {
    seen: isNew ? [...seen, page] : seen,
    // What is kept halfway is asked still.
    asks: page === undefined ? asks : asks.filter((id) => !Object.hasOwn(answers, id)),
  };
}
