import type { Answers } from "@guildhall/contract";
import { amountDue, conditions } from "@guildhall/forms";
import { addWorkingDays, type Run, type StepFacts, type StepOf } from "@guildhall/process";
import { insertTask } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Unit } from "../change.ts";
import { channelFor } from "../message/channel.ts";
import { owe } from "../owe.ts";
import type { TalkedOf } from "../telling.ts";

/** What these answers make of the steps: what each payment comes to, never what a caller says, and which are passed over. */
export function factsOf({ form }: Pick<CompiledService, "form">, answers: Answers): StepFacts {
  let held: Readonly<Record<string, boolean>> | undefined;
  return {
    amountOf: (step) => amountDue(form, answers, step),
    holds: (condition) => {
      held ??= conditions(form, answers);
      return held[condition] === true;
    },
  };
}

/** Open the tasks that begin now; their time runs from now on. */
export async function openTasks(
  unit: Unit,
  process: string,
  steps: readonly StepOf<"task">[],
): Promise<void> {
  for (const step of steps) await openTask(unit, process, step);
}

/** Open one task of a process, and give its id. */
export async function openTask(
  { ctx, tx }: Unit,
  process: string,
  { id: step, title, team, dueWorkingDays: days }: Omit<StepOf<"task">, "kind" | "when">,
): Promise<string> {
  const dueAt = days === undefined ? null : addWorkingDays(new Date(ctx.now()), days).getTime();
  const id = ctx.ids.id("tsk");
  const updatedAt = ctx.now();
  await insertTask(tx, { id, process, step, title, team: team ?? null, dueAt, updatedAt });
  return id;
}

/** What the purpose of an outbox row says of the words of a step; its subject is the step. */
export const stepPurposes = { message: "step-message", letter: "step-letter" } as const;

/** Owe what the citizen is told by steps, in the event that they begin with; who can be told by no channel gets letters alone. */
export async function oweWords(
  unit: Unit,
  process: TalkedOf,
  { words, event }: { words: Run["words"]; event: number },
): Promise<void> {
  const { id } = process;
  const channel = await channelFor(unit.ctx, process, unit.tx);
  for (const step of words) {
    const destination = step.kind === "letter" ? step.connector : channel;
    if (destination === undefined) continue;
    const purpose = stepPurposes[step.kind];
    await owe(unit, {
      kind: "message",
      process: id,
      purpose,
      destination,
      event,
      subject: step.id,
    });
  }
}
