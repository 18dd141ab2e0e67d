import { findOpenWait, findProcess } from "@guildhall/store";
import { change } from "../change.ts";
import { passWait } from "../process/go-on.ts";
import { talkedOf } from "../process/talked-of.ts";
import type { Trial } from "./trial.ts";

/** Let the days pass that a case waits for and nobody can shorten, so that what comes after them is tried too. */
export async function passDays(trial: Trial): Promise<void> {
  while (await passOne(trial));
}

async function passOne({ sandbox, service, process, log }: Trial): Promise<boolean> {
  const wait = await findOpenWait(sandbox.db, process);
  const row = await findProcess(sandbox.db, process);
  const step = service.definition.steps.find(({ id }) => id === wait?.step);
  if (!row || step?.kind !== "wait" || step.until !== "days") return false;
  const talked = await talkedOf(sandbox, row);
  await change(sandbox, (unit) => passWait(unit, talked, { step: step.id, cause: "time" }));
  const { workingDays: days } = step;
  const time = days === 1 ? "1 working day" : `${days} working days`;
  const sentence = `It waits here for ${time}. They were let pass, and the next steps began.`;
  log.pass("wait", { sentence });
  return true;
}

/** Tell whether a case waits for something now, and for which step. */
export async function waitsAt({ sandbox, process }: Trial): Promise<string | undefined> {
  return (await findOpenWait(sandbox.db, process))?.step;
}
