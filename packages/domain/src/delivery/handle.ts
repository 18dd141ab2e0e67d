import {
  type Delivery,
  type DeliveryHandling,
  type DeliveryHandOver,
  Problem,
  type Task,
} from "@guildhall/contract";
import {
  acknowledgeAlarmRow,
  findOutbox,
  findProcess,
  findTask,
  freeFollowing,
  handleOwed,
  insertNote,
  insertTask,
  listOpenAlarms,
  type OutboxRow,
} from "@guildhall/store";
import { tellOf } from "../alarm/raise.ts";
import { endStuckAlarms, stuckSubject } from "../alarm/stuck.ts";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { presentTask } from "../task/present.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { reachDelivery } from "./list.ts";
import { isStuck, mendingStep, takeBackTasks } from "./mending-tasks.ts";
import { presentDelivery } from "./present.ts";

/**
 * Say that a delivery was dealt with in another way, such as by typing the case into the back office.
 *
 * It is not sent any more, and what waits behind it goes on. Why, in the person's own words, becomes a note that no
 * citizen and no back office sees.
 *
 * @throws Problem `not-found`, `invalid-transition` (it is under way, or has arrived)
 */
export async function handleDelivery(
  ctx: Context,
  id: string,
  { reason, reference }: DeliveryHandling,
): Promise<Delivery> {
  requireScope(ctx, "deliveries:write");
  const process = await processOf(ctx, await reachDelivery(ctx, id));
  const delivery = await change(ctx, async (unit) => {
    const row = await handleOwed(unit.tx, id, { now: ctx.now(), reference });
    if (!row) throw new Problem("invalid-transition");
    await freeFollowing(unit.tx, row, ctx.now());
    const note = await keepWords(unit, process.id, reason);
    const data = { connector: row.destination, note, ...(reference ? { reference } : {}) };
    await tell(unit, { type: "delivery.handled", process, subject: id, data });
    await endStuckAlarms(unit, row.destination);
    await takeBackTasks(unit, process.id);
    return presentDelivery(ctx, row);
  });
  ctx.handover.wake(ctx.tenant.id);
  return delivery;
}

/**
 * Give a delivery to a person: a task of its process, for a team. It goes on waiting; who is called for it is called no more.
 *
 * @throws Problem `not-found`, `invalid-transition` (it does not wait for a person)
 */
export async function handOverDelivery(
  ctx: Context,
  id: string,
  { team, words }: DeliveryHandOver,
): Promise<Task> {
  requireScope(ctx, "deliveries:write");
  const process = await processOf(ctx, await reachDelivery(ctx, id));
  return change(ctx, async (unit) => {
    const row = await findOutbox(unit.tx, id);
    if (!row || !isStuck(row)) throw new Problem("invalid-transition");
    const name = await ctx.catalogue.connectorName(row.destination);
    const task = await addTask(unit, process, { team, title: `See to the delivery to ${name}` });
    const note = await keepWords(unit, process.id, words);
    const data = { connector: row.destination, task: task.id, note };
    await tell(unit, { type: "delivery.handed-over", process, subject: id, data });
    await acknowledge(unit, row);
    return task;
  });
}

async function processOf(ctx: Context, row: OutboxRow): Promise<TalkedOf> {
  const found = await findProcess(ctx.db, row.process);
  if (!found) throw new Problem("not-found");
  return talkedOf(ctx, found);
}

/** What a person types may tell of a person, so it lies sealed in a note and not in an event. */
async function keepWords({ ctx, tx }: Unit, process: string, contents: string): Promise<string> {
  const id = ctx.ids.id("not");
  const author = ctx.actor.name;
  await insertNote(tx, { id, process, visible: false, author, contents, at: ctx.now() });
  return id;
}

async function addTask(
  { ctx, tx }: Unit,
  { id: process }: TalkedOf,
  { team, title }: { team: string; title: string },
): Promise<Task> {
  const id = ctx.ids.id("tsk");
  await insertTask(tx, {
    id,
    process,
    step: mendingStep,
    title,
    team,
    dueAt: null,
    updatedAt: ctx.now(),
  });
  const task = await findTask(tx, id);
  if (!task) throw new Problem("not-found");
  return presentTask(ctx, task, tx);
}

/** Whoever hands a delivery over has seen the alarm that it raised. */
async function acknowledge(unit: Unit, { destination, lastCode }: OutboxRow): Promise<void> {
  const subject = stuckSubject(destination, lastCode ?? "");
  const alarms = await listOpenAlarms(unit.tx, ["delivery-stuck"]);
  const alarm = alarms.find((one) => one.subject === subject);
  if (!alarm) return;
  const seen = { at: unit.ctx.now(), by: unit.ctx.actor.name, words: undefined };
  const acknowledged = await acknowledgeAlarmRow(unit.tx, alarm.id, seen);
  if (acknowledged) await tellOf(unit, "alarm.acknowledged", acknowledged);
}
