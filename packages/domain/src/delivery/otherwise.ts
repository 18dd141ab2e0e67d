import type { Otherwise } from "@guildhall/contract";
import { listTasks, type OutboxRow } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { openTask } from "../process/run.ts";
import { isUnderWay } from "../task/raise.ts";
import type { TalkedOf } from "../telling.ts";
import { mendingStep } from "./mending-tasks.ts";

/** What its service has done where this delivery or message does not come to pass; undefined where it says nothing. */
export function otherwiseOf(
  {
    kind,
    operation,
    purpose,
    subject,
  }: Pick<OutboxRow, "kind" | "operation" | "purpose" | "subject">,
  process: TalkedOf | undefined,
): Otherwise | undefined {
  const steps = process?.service.definition.steps ?? [];
  const step = steps.find((one) =>
    one.kind === "deliver"
      ? kind === "delivery" && operation === "create" && one.mapping === purpose
      : (one.kind === "message" || one.kind === "letter") &&
        purpose === `step-${one.kind}` &&
        one.id === subject,
  );
  return step && "onFailure" in step ? step.onFailure : undefined;
}

/** Give a team the task to see to what did not come to pass, and return its id; one that they have is not made again. */
export async function askTeam(
  unit: Unit,
  { id: process }: TalkedOf,
  { title: own, team, dueWorkingDays }: Otherwise,
  usual: string,
): Promise<string> {
  const title = own ?? usual;
  const tasks = await listTasks(unit.tx, process);
  const known = tasks.find(
    (task) => task.step === mendingStep && task.title === title && isUnderWay(task),
  );
  return known?.id ?? openTask(unit, process, { id: mendingStep, title, team, dueWorkingDays });
}
