import type { Answers } from "@guildhall/contract";
import { amountDue } from "@guildhall/forms";
import { type AmountOf, addWorkingDays, type StepOf } from "@guildhall/process";
import { insertTask } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Unit } from "../change.ts";

/** What each payment step comes to for these answers: never what a caller says. */
export function amountsOf({ form }: CompiledService, answers: Answers): AmountOf {
  return (step) => amountDue(form, answers, step);
}

/** Open the tasks that begin now; their time runs from now on. */
export async function openTasks(
  { ctx, tx }: Unit,
  process: string,
  steps: readonly StepOf<"task">[],
): Promise<void> {
  for (const { id, title, team, dueWorkingDays: days } of steps) {
    const dueAt = days === undefined ? null : addWorkingDays(new Date(ctx.now()), days).getTime();
    await insertTask(tx, {
      id: ctx.ids.id("tsk"),
      process,
      step: id,
      title,
      team: team ?? null,
      dueAt,
      updatedAt: ctx.now(),
    });
  }
}
