import {
  countLanes,
  type LaneRow,
  listBreakers,
  listConnectors,
  listOpenAlarms,
  type TenantHealthRow,
} from "@guildhall/store";
import type { Ground } from "../ground.ts";

/** What was noted of a tenant stands for so long, however much happens in it. */
const standsMs = 10_000;

/** When to note how it goes with a tenant: once it is not as it was noted. Nobody looks after a sandbox. */
export async function whenToNoteHealth(ground: Ground): Promise<number | undefined> {
  if (ground.tenant.sandboxOf !== undefined) return undefined;
  const noted = await ground.health.find(ground.tenant.id);
  if (!noted) return ground.now();
  const mayBeAt = noted.seenAt + standsMs;
  if (mayBeAt > ground.now()) return mayBeAt;
  return isSame(noted, await healthNow(ground)) ? undefined : ground.now();
}

/** Note how it goes with a tenant, for whoever runs the platform: counts and states, and nothing that anybody said. */
export async function noteHealth(ground: Ground): Promise<void> {
  await ground.health.put(await healthNow(ground));
}

function isSame(one: TenantHealthRow, other: TenantHealthRow): boolean {
  const { seenAt: _, ...before } = one;
  return Object.entries(before).every(([key, value]) => Object.is(Reflect.get(other, key), value));
}

async function healthNow({ tenant, db, now }: Ground): Promise<TenantHealthRow> {
  const rows = await countLanes(db);
  const breakers = await listBreakers(db);
  const alarms = await listOpenAlarms(db);
  return {
    tenant: tenant.id,
    seenAt: now(),
    connectors: (await listConnectors(db)).length,
    stopped: breakers.filter(({ state }) => state !== "closed").length,
    held: countOf(rows, "held"),
    refused: countOf(rows, "refused"),
    dead: countOf(rows, "dead"),
    owed: countOf(rows, "pending", "queued"),
    oldestDueAt: oldestOf(rows),
    alarms: alarms.filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
  };
}

function countOf(rows: readonly LaneRow[], ...states: LaneRow["state"][]): number {
  const those = rows.filter(({ state }) => states.includes(state));
  return those.reduce((all, { count }) => all + count, 0);
}

function oldestOf(rows: readonly LaneRow[]): number | null {
  const waiting = rows.filter(({ state }) => state === "pending");
  return waiting.length === 0 ? null : Math.min(...waiting.map(({ firstAt }) => firstAt));
}
