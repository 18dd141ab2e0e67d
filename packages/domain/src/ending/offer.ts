import type { NotFixed, ProblemCode } from "@guildhall/contract";
import {
  type Db,
  findProcess,
  listNotFixed,
  listPayments,
  type ProcessRow,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";

const dayMs = 86_400_000;
/** A service lets it be said five times at most, so nothing goes on from more than five others. */
const longestChain = 5;

/** What a citizen may say of their ended process, until when, or why they may not. */
export type Offer =
  | { readonly rule: NotFixed; readonly until: number }
  | { readonly refused: ProblemCode };

/**
 * Tell whether it can be said of a process that it is not fixed.
 *
 * Not of one that is not the council's own to deal with: what it was not asked to fix it cannot fix again. Nor of a
 * duplicate, or of one that ended because nobody paid for it: no work was done. What was begun anew counts as the same matter, so that nobody goes
 * round for ever.
 */
export async function offerOf(
  { db, now }: Context,
  row: ProcessRow,
  { definition: { notFixed } }: CompiledService,
): Promise<Offer> {
  if (row.endedAt === null) return { refused: "process-open" };
  if (!notFixed || row.status === "referred" || row.mergedInto !== null)
    return { refused: "not-fixed-not-offered" };
  if (await wasNeverPaid(db, row)) return { refused: "not-fixed-not-offered" };
  const until = row.endedAt + notFixed.withinDays * dayMs;
  if (now() > until) return { refused: "not-fixed-too-late" };
  if ((await timesSaid(db, row)) >= notFixed.times) return { refused: "not-fixed-too-often" };
  return { rule: notFixed, until };
}

/** Whether it was closed with its latest payment not made. */
async function wasNeverPaid(db: Db, { id, status }: ProcessRow): Promise<boolean> {
  const latest = status === "closed" ? (await listPayments(db, [id])).at(-1) : undefined;
  return latest !== undefined && latest.status !== "paid" && !latest.waived;
}

/** How often it was said of a process and of those that it continues. A form that was begun and never sent is no time. */
async function timesSaid(db: Db, row: ProcessRow): Promise<number> {
  let said = 0;
  let at: ProcessRow | undefined = row;
  for (let nth = 0; at && nth <= longestChain; nth += 1) {
    const rows = await listNotFixed(db, at.id);
    said += rows.filter(
      ({ rule, processAnew }) => rule === "reopen" || processAnew !== null,
    ).length;
    at = at.continues === null ? undefined : await findProcess(db, at.continues);
  }
  return said;
}
