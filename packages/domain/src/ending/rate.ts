import { type NewRating, Problem, type Rating } from "@guildhall/contract";
import { insertRating } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import { dayOf } from "./ratings.ts";
import { reachAsCitizen } from "./reach.ts";

const dayMs = 86_400_000;

/**
 * Take how satisfied the citizen of an ended process is: once, whatever becomes of it afterwards.
 *
 * It is kept as long as the service says that requests are. The event says that it was given, and not what.
 *
 * @throws Problem `not-found`, `process-open`, `rating-given`
 */
export async function rateProcess(
  ctx: Context,
  reference: string,
  { score, words }: NewRating,
): Promise<Rating> {
  requireScope(ctx, "processes:read");
  const row = await reachAsCitizen(ctx, reference);
  const { status: outcome } = row;
  if (outcome === "open") throw new Problem("process-open");
  const process = await talkedOf(ctx, row);
  const at = ctx.now();
  const forgetAt = at + process.service.definition.retention.days * dayMs;
  return change(ctx, async (unit) => {
    const said = { id: ctx.ids.id("rat"), process: row.id, service: row.service };
    const rating = { ...said, outcome, score, words, at, forgetAt };
    if (!(await insertRating(unit.tx, rating))) throw new Problem("rating-given");
    await tell(unit, { type: "process.rated", process, subject: row.id });
    return { score, outcome, at: dayOf(at), ...(words === undefined ? {} : { words }) };
  });
}
