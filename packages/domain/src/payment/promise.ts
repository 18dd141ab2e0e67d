import { addWorkingDays } from "@guildhall/process";
import { setRespondBy } from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { TalkedOf } from "../telling.ts";

/** Begin the council's time to answer: it does when nothing is to be paid any more. */
export async function promiseAnswer({ ctx, tx }: Unit, { id, service }: TalkedOf): Promise<void> {
  const days = service.definition.target.firstResponseWorkingDays;
  await setRespondBy(tx, id, addWorkingDays(new Date(ctx.now()), days).getTime());
}
