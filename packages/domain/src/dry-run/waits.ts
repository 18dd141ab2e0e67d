import type { Step } from "@guildhall/contract";
import { findOpenWait, findProcess, listTasks, type TaskRow } from "@guildhall/store";
import { change } from "../change.ts";
import { passWait as endWait, type WaitCause } from "../process/go-on.ts";
import { stageOf } from "../process/present.ts";
import { talkedOf } from "../process/talked-of.ts";
import { completeTask } from "../task/complete.ts";
import { isUnderWay } from "../task/raise.ts";
import { giveTime, type Trial } from "./trial.ts";

type Wait = Extract<Step, { kind: "wait" }>;

/** Tell whether a case waits for something now, and for which step. */
export async function waitOf({ sandbox, service, process }: Trial): Promise<Wait | undefined> {
  const wait = await findOpenWait(sandbox.db, process);
  const step = service.definition.steps.find(({ id }) => id === wait?.step);
  return step?.kind === "wait" ? step : undefined;
}

/** Let the days pass that a case waits for and nobody can shorten, so that what comes after them is tried too. */
export async function passDays(trial: Trial): Promise<boolean> {
  const wait = await waitOf(trial);
  if (wait?.until !== "days") return false;
  const sentence = `It waits here for ${timeOf(wait)}. They were let pass, and the next steps began.`;
  await end(trial, wait, { cause: "time", sentence });
  return true;
}

/**
 * End what a case waits for and no officer of a back office has ended: staff do their tasks, or time passes.
 *
 * Tasks are left alone while an officer of a back office still has the case in hand, who may be about to complete it.
 */
export async function passWait(trial: Trial, isWorked: boolean): Promise<boolean> {
  const wait = await waitOf(trial);
  if (!wait || (wait.until === "tasks" && isWorked)) return false;
  if (wait.until === "tasks" && (await doTasks(trial, wait))) return true;
  await end(trial, wait, whereNobodyCame(trial, wait));
  return true;
}

/** Do what staff have to do before a case goes on; false where they have nothing to do. */
async function doTasks(trial: Trial, wait: Wait): Promise<boolean> {
  const { sandbox, process, log } = trial;
  const tasks = (await listTasks(sandbox.db, process)).filter((task) => isBefore(trial, task));
  if (tasks.length === 0) return false;
  for (const { id } of tasks) await completeTask(sandbox, id, { outcome: "completed", fields: {} });
  const titles = tasks.map(({ title }) => `“${title}”`).join(" and ");
  const isOver = (await waitOf(trial))?.id !== wait.id;
  const then = isOver ? ", and the case went on" : "";
  const sentence = `It waits here for your own staff: ${titles} was marked as done${then}.`;
  log.pass("wait", { sentence });
  await arrive(trial);
  return true;
}

/** Whether a task is one of the service's own that is still to be done. */
function isBefore({ service }: Trial, task: TaskRow): boolean {
  const step = service.definition.steps.find(({ id }) => id === task.step);
  return step?.kind === "task" && isUnderWay(task);
}

function whereNobodyCame({ service }: Trial, wait: Wait): Ending {
  const title = service.definition.stages.find(({ id }) => id === wait.stage)?.title;
  const what = title === undefined ? "somebody to complete the case" : `the stage “${title}”`;
  const passed = `It waits here for ${what}. Nobody came, so ${timeOf(wait)} were let pass`;
  if (wait.onFailure?.action !== "task")
    return { cause: "time", sentence: `${passed}, and the next steps began.` };
  const team = wait.onFailure.team ?? "your staff";
  const sentence = `${passed}. Then ${team} is asked: they said that it goes on, and the next steps began.`;
  return { cause: "person", sentence };
}

interface Ending {
  readonly cause: WaitCause;
  readonly sentence: string;
}

async function end(trial: Trial, wait: Wait, { cause, sentence }: Ending): Promise<void> {
  const { sandbox, process, log } = trial;
  const row = await findProcess(sandbox.db, process);
  const talked = row && (await talkedOf(sandbox, row));
  if (talked) await change(sandbox, (unit) => endWait(unit, talked, { step: wait.id, cause }));
  log.pass("wait", { sentence });
  await arrive(trial);
}

/** Note where a case stands now; what comes next has time of its own. */
async function arrive(trial: Trial): Promise<void> {
  const row = await findProcess(trial.sandbox.db, trial.process);
  if (row) trial.log.reach(stageOf(trial.service, row.stage));
  giveTime(trial);
}

function timeOf({ workingDays: days }: Wait): string {
  return days === 1 ? "1 working day" : `${days} working days`;
}
