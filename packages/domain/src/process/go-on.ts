import type { StatusRow } from "@guildhall/contract";
import { addWorkingDays, type Run, resume } from "@guildhall/process";
import {
  cancelTasks,
  endWait,
  findOpenWait,
  findProcess,
  findProcessWithAnswers,
  insertWait,
  listOutbox,
  listTasks,
  moveStage,
  type PaymentRow,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { showPlace } from "../nearby/show.ts";
import { owePayment } from "../payment/owe.ts";
import { isPaymentAwaited } from "../payment/states.ts";
import { cancelTasksOf, type End, finish, hasOpenTasks, type Words } from "../task/finish.ts";
import { isOfService } from "../task/raise.ts";
import { tell } from "../tell.ts";
import type { TalkedOf, Telling } from "../telling.ts";
import { factsOf, openTasks, oweWords } from "./run.ts";

/** The event that sets a run off; its deliveries are the run's. */
type SetOff = Omit<Telling, "deliveries">;

/**
 * Begin the steps of a run with the event that sets them off, and then what those after them wait for; the payment that
 * is due now is given, if one is.
 *
 * All of it is owed in the change that this is called in, so that a step begins once or not at all. `end` is given
 * where somebody said that all before the run is done.
 */
export async function beginRun(
  unit: Unit,
  run: Run,
  telling: SetOff,
  end?: End,
): Promise<PaymentRow | undefined> {
  const { process } = telling;
  await openTasks(unit, process.id, run.tasks);
  const event = await tell(unit, { ...telling, deliveries: run.deliveries });
  await oweWords(unit, process, { words: run.words, event });
  if (run.payment) return owePayment(unit, process, run.payment);
  await showPlace(unit, process);
  return beginWait(unit, process, run, end);
}

/**
 * Begin a run after something that others waited for, and give the payment that is due now, if one is.
 *
 * A process of which nothing is left to do has ended, with the end that it was to have.
 */
export async function goOnWith(
  unit: Unit,
  run: Run,
  telling: SetOff,
  end?: End,
): Promise<PaymentRow | undefined> {
  const { process } = telling;
  const owed = await beginRun(unit, run, telling, end);
  if (await isDone(unit, process, run, end)) await finish(unit, process, end ?? lastEnd(process));
  else if (end?.stage !== undefined) await enterStage(unit, process, { ...end, stage: end.stage });
  return owed;
}

/** What ended a wait: who was waited for, a person who was asked, or time. */
export type WaitCause = "tasks" | "stage" | "person" | "time";

/** End a wait and go on with what comes after it, as `goOnWith` does; nothing happens when it was over already. */
export async function passWait(
  unit: Unit,
  process: TalkedOf,
  { step, cause, end }: { step: string; cause: WaitCause; end?: End | undefined },
): Promise<PaymentRow | undefined> {
  const { ctx, tx } = unit;
  const id = process.id;
  if (!(await endWait(tx, { process: id, step }, ctx.now()))) return undefined;
  await cancelTasks(tx, { process: id, step }, ctx.now());
  const run = await runAfter(unit, process, step);
  const data = { step, cause };
  return goOnWith(unit, run, { type: "wait.ended", process, subject: id, data }, end);
}

/** The steps that begin once a step is over, by the answers of this process. */
export async function runAfter(
  { tx }: Unit,
  { id, service }: TalkedOf,
  step: string,
): Promise<Run> {
  const answers = (await findProcessWithAnswers(tx, id))?.answers ?? {};
  return resume(service.definition, step, factsOf(service, answers));
}

/** End a process, unless it waited for just this to go on with its next steps. */
export async function endOrGoOn(unit: Unit, process: TalkedOf, end: End): Promise<void> {
  const wait = await findOpenWait(unit.tx, process.id);
  if (end.status !== "completed" || wait?.until !== "tasks") return finish(unit, process, end);
  // Whoever completes the case has done what else was begun.
  await cancelTasksOf(unit, process);
  await passWait(unit, process, { step: wait.step, cause: "tasks", end });
}

/** Move a process to a stage and tell of it; nothing happens and nobody is told where it stands there already. */
export async function enterStage(
  unit: Unit,
  process: TalkedOf,
  { stage, text, quiet = false }: Words & { stage: NonNullable<StatusRow["stage"]> },
): Promise<void> {
  if (!(await moveStage(unit.tx, process.id, stage))) return;
  const data = { stage, ...(text === undefined ? {} : { text }) };
  await tell(unit, { type: "stage.changed", process, subject: process.id, data, quiet });
  const wait = await findOpenWait(unit.tx, process.id);
  if (wait?.stage === stage) await passWait(unit, process, { step: wait.step, cause: "stage" });
}

/** The end of a process that has done all its steps. */
function lastEnd({ service }: TalkedOf): End {
  return { status: "completed", stage: service.definition.stages.at(-1)?.id };
}

async function beginWait(
  unit: Unit,
  process: TalkedOf,
  run: Run,
  end: End | undefined,
): Promise<PaymentRow | undefined> {
  if (!run.wait) return undefined;
  const { ctx, tx } = unit;
  const begunAt = ctx.now();
  const { id, until, workingDays } = run.wait;
  const stage = (until === "stage" && run.wait.stage) || null;
  const dueAt = addWorkingDays(new Date(begunAt), workingDays).getTime();
  const wait = { process: process.id, step: id, until, stage, begunAt, dueAt };
  await insertWait(tx, wait);
  await tell(unit, {
    type: "wait.begun",
    process,
    subject: process.id,
    data: { step: id, until, dueAt: new Date(dueAt).toISOString() },
  });
  if (stage !== null && (await findProcess(tx, process.id))?.stage === stage)
    return passWait(unit, process, { step: id, cause: "stage" });
  const isIdle = until === "tasks" && !(await isAtWork(unit, process, run));
  if (isIdle && (end !== undefined || !(await isDelivered(unit, process))))
    return passWait(unit, process, { step: id, cause: "tasks", end });
  return undefined;
}

/** Whether a task is open or this run has just gone to a back office. */
async function isAtWork(unit: Unit, process: TalkedOf, { deliveries }: Run): Promise<boolean> {
  return deliveries.length > 0 || (await hasOpenTasks(unit, process));
}

/** Whether nobody has anything left to do: a case that only a back office works ends when that says so. */
async function isDone(
  unit: Unit,
  process: TalkedOf,
  run: Run,
  end: End | undefined,
): Promise<boolean> {
  const { tx } = unit;
  const isHeldUp =
    (await isAtWork(unit, process, run)) ||
    (await findOpenWait(tx, process.id)) !== undefined ||
    (await isPaymentAwaited(tx, process));
  if (isHeldUp) return false;
  return (
    end !== undefined || (await hadTasks(unit, process)) || !(await isDelivered(unit, process))
  );
}

/** Whether people worked on a process; whoever was asked to decide about a payment did not. */
async function hadTasks({ tx }: Unit, process: TalkedOf): Promise<boolean> {
  const payments = process.service.definition.steps.filter(({ kind }) => kind === "payment");
  const tasks = await listTasks(tx, process.id);
  return tasks.some(
    (task) => isOfService(process, task) && !payments.some(({ id }) => id === task.step),
  );
}

/** Whether a process was ever owed to a back office. */
async function isDelivered({ tx }: Unit, { id }: TalkedOf): Promise<boolean> {
  return (await listOutbox(tx, [id])).some(({ kind }) => kind === "delivery");
}
