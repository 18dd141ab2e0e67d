import { addWorkingDays, countWorkingDays } from "@guildhall/process";
import { findProcess, type InformationRow, setRespondBy } from "@guildhall/store";
import type { Unit } from "../change.ts";

/**
 * Let the council's promise wait for the citizen; give the day it was made for, or null where it waits for nothing.
 *
 * A promise that is past was kept or broken before anything was asked.
 */
export async function pausePromise({ ctx, tx }: Unit, process: string): Promise<number | null> {
  const respondBy = (await findProcess(tx, process))?.respondBy ?? null;
  if (respondBy === null || respondBy <= ctx.now()) return null;
  await setRespondBy(tx, process, null);
  return respondBy;
}

/** Promise an answer again: as many working days later as the citizen was waited for. */
export async function resumePromise(
  { ctx, tx }: Unit,
  { process, promisedAt, askedAt }: Pick<InformationRow, "process" | "promisedAt" | "askedAt">,
): Promise<void> {
  if (promisedAt === null) return;
  const waited = countWorkingDays(new Date(askedAt), new Date(ctx.now()));
  const promised = new Date(promisedAt);
  const later = waited === 0 ? promised : addWorkingDays(promised, waited);
  await setRespondBy(tx, process, later.getTime());
}
