import { cancelTasks, listOutbox, listTasks, type OutboxRow } from "@guildhall/store";
import type { Unit } from "../change.ts";

/** The step of a task to see to a delivery; no service's definition has it. */
export const mendingStep = "mend-delivery";

/** Tell whether a delivery goes on only when a person decides. */
export function isStuck({ state }: Pick<OutboxRow, "state">): boolean {
  return state === "refused" || state === "held" || state === "dead";
}

/**
 * Take back the tasks to see to a case's deliveries, once none of them waits for a person.
 *
 * Whoever still had one would type in by hand what has arrived.
 */
export async function takeBackTasks({ ctx, tx }: Unit, process: string): Promise<void> {
  const tasks = await listTasks(tx, process);
  if (!tasks.some(({ step, state }) => step === mendingStep && state !== "cancelled")) return;
  if ((await listOutbox(tx, [process])).some(isStuck)) return;
  await cancelTasks(tx, { process, step: mendingStep }, ctx.now());
}
