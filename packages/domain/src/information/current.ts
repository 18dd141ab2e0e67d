import type { Tracking } from "@guildhall/contract";
import { findOpenInformation, type ProcessRow } from "@guildhall/store";
import type { Context } from "../context.ts";

/** What the citizen of a process is asked for now and can still answer, if anything. */
export async function askedNow(
  { db, now }: Context,
  { id, status }: Pick<ProcessRow, "id" | "status">,
): Promise<Pick<Tracking, "information">> {
  const row = status === "open" ? await findOpenInformation(db, id) : undefined;
  if (!row || row.overAt <= now()) return {};
  return { information: { id: row.id, respondBy: row.respondBy } };
}
