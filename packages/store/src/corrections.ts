import type { Answers } from "@guildhall/contract";
import { asc, eq } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import type { Findable } from "./findable.ts";
import { putCorrected } from "./processes.ts";
import { corrections } from "./schema/cases.ts";
import type { processes } from "./schema/processes.ts";

type Stored = typeof corrections.$inferSelect;
type AnswerValue = Answers[string] | null;

/** An answer that was put right: what it was, what it is, and why. */
export interface CorrectionRow extends Omit<Stored, "details"> {
  readonly before: AnswerValue;
  readonly value: AnswerValue;
  readonly reason: string;
}

/** All answers once one was put right, and what their process is found and told by from then on. */
export interface Corrected {
  readonly answers: Answers;
  readonly findable: Findable;
  readonly toldBy: (typeof processes.$inferSelect)["toldBy"];
}

/** Write down that an answer was put right. What was sent stays as it is, beside it. */
export async function insertCorrection(
  tx: Tx,
  { before, value, reason, ...row }: CorrectionRow,
  corrected: Corrected,
): Promise<void> {
  const details = tx.vault.seal(placeOf(row.id), { before, value, reason });
  await tx.writes
    .insert(corrections)
    .values({ ...row, details })
    .run();
  await putCorrected(tx, row.process, corrected);
}

/** The corrections of a process, the first first. */
export async function listCorrections(db: Db | Tx, process: string): Promise<CorrectionRow[]> {
  const rows = await db.reads
    .select()
    .from(corrections)
    .where(eq(corrections.process, process))
    .orderBy(asc(corrections.id))
    .all();
  return rows.map(({ details, ...row }) => ({
    ...row,
    // Written by `insertCorrection` above.
    ...(db.vault.open(placeOf(row.id), details) as Pick<
      CorrectionRow,
      "before" | "value" | "reason"
    >),
  }));
}

function placeOf(row: string) {
  return { table: "corrections", row };
}
