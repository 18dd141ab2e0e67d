import { momentOf, nextDay, wallTimeOf } from "@guildhall/process";
import {
  findDigestDay,
  listBreakers,
  listOpenAlarms,
  listRunningReplays,
  listUnansweredAlarms,
  noteAlarmMailed,
  putDigestDay,
  transact,
} from "@guildhall/store";
import { change } from "../change.ts";
import { asPlatform, type Context } from "../context.ts";
import type { Ground } from "../ground.ts";
import type { CanBeAsked } from "../replay/doubt.ts";
import { workReplays } from "../replay/work.ts";
import { sendDigests } from "./digest.ts";
import { type Ending, watchEndings } from "./expiring.ts";
import { letterOf, writeToLookers } from "./letters.ts";
import { endIdlePolling } from "./polling.ts";
import { seeToBreaker, whenToCall } from "./stopped.ts";
import { endUnsentAlarms } from "./unsent.ts";

const dayMs = 86_400_000;
/** Half past seven, as clocks in London show it. */
const morningMs = 7.5 * 3_600_000;
/** The tenant's own morning, beside those of its people. */
const round = "round";

export interface Watching {
  readonly canBeAsked: CanBeAsked;
  /** What ends besides the tenant's own keys and certificates. */
  endings(ground: Ground): Promise<readonly Ending[]>;
}

/**
 * See to what waits for a person: call for connectors that stay away, write again where nobody has answered, once a
 * morning look for what ends soon and write to everybody what waits, and carry on with replays.
 *
 * All that it remembers is in the database, so it may be stopped anywhere and done twice.
 */
export async function watchAlarms(ground: Ground, watching: Watching): Promise<void> {
  const ctx = asPlatform(ground);
  await seeToBreakers(ctx);
  await writeAgain(ctx);
  await goRound(ctx, () => watching.endings(ground));
  // The last, since one that cannot go on must not keep anybody from being called.
  await workReplays(ground, watching.canBeAsked);
}

async function goRound(ctx: Context, endings: () => Promise<readonly Ending[]>): Promise<void> {
  const { day, ms } = wallTimeOf(new Date(ctx.now()));
  if (ms < morningMs || (await findDigestDay(ctx.db, round)) === day) return;
  await watchEndings(ctx, await endings());
  await endIdlePolling(ctx);
  await change(ctx, endUnsentAlarms);
  await sendDigests(ctx, day);
  await transact(ctx.db, (tx) => putDigestDay(tx, round, day));
}

/** When there is something to see to again. */
export async function whenNextWatch(ground: Ground): Promise<number> {
  const ctx = asPlatform(ground);
  if ((await listRunningReplays(ctx.db)).length > 0) return ctx.now();
  const alarms = await listOpenAlarms(ctx.db);
  const stopped = new Set(
    alarms.filter(({ kind }) => kind === "connector-stopped").map(({ subject }) => subject),
  );
  const breakers = (await listBreakers(ctx.db)).filter(({ connector }) => !stopped.has(connector));
  const times = [
    ...alarms.flatMap((alarm) => (alarm.acknowledgedAt === null ? alarm.mailedAt + dayMs : [])),
    ...breakers.flatMap((breaker) => whenToCall(breaker) ?? []),
    await nextMorning(ctx),
  ];
  return Math.min(...times);
}

async function nextMorning(ctx: Context): Promise<number> {
  const { day } = wallTimeOf(new Date(ctx.now()));
  const isDone = (await findDigestDay(ctx.db, round)) === day;
  return momentOf({ day: isDone ? nextDay(day) : day, ms: morningMs }).getTime();
}

async function seeToBreakers(ctx: Context): Promise<void> {
  const breakers = await listBreakers(ctx.db);
  if (breakers.length === 0) return;
  await change(ctx, async (unit) => {
    for (const breaker of breakers) await seeToBreaker(unit, breaker);
  });
}

async function writeAgain(ctx: Context): Promise<void> {
  if ((await listUnansweredAlarms(ctx.db, ctx.now() - dayMs)).length === 0) return;
  await change(ctx, async (unit) => {
    const written = new Set<string>();
    // Read again inside, so that two who are at it write once.
    for (const alarm of await listUnansweredAlarms(unit.tx, ctx.now() - dayMs)) {
      await noteAlarmMailed(unit.tx, alarm.id, ctx.now());
      const letter = letterOf(alarm);
      if (!written.has(letter)) await writeToLookers(unit, alarm);
      written.add(letter);
    }
  });
}
