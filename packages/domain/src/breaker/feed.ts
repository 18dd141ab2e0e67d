import type { Outcome } from "@guildhall/contract";
import {
  appendEvent,
  type BreakerRow,
  findBreaker,
  type OutboxRow,
  putBreaker,
} from "@guildhall/store";
import { seeToBreaker } from "../alarm/stopped.ts";
import type { Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { afterCall, type Breaker, closedBreaker } from "./step.ts";

/** What a breaker says of its connector's lane. */
export interface LaneAfter {
  /** Until when nothing of it is handed over. */
  readonly restUntil?: number;
  /** When it is due again: what waited for a probe waits no longer for that one's claim to end. */
  readonly dueAgainAt?: number;
}

/**
 * Tell a connector's breaker how a call ended, or that none was made after all; what it says from then on.
 *
 * The trail tells when a connector stops and when it resumes. One that is well has no row, and none is written.
 */
export async function feedBreaker(
  unit: Unit,
  row: Pick<OutboxRow, "destination" | "leaseUntil">,
  outcome: Outcome | undefined,
): Promise<LaneAfter> {
  const { ctx, tx } = unit;
  const connector = row.destination;
  const before = (await findBreaker(tx, connector)) ?? { ...closedBreaker, connector };
  // What was not called ends a probe only where it was the probe.
  if (!outcome && restsUntil(before, row) !== undefined) return laneAfter(before);
  const after = afterCall(before, outcome, ctx.now(), Math.random());
  if (after === before) return laneAfter(before);
  await putBreaker(tx, { ...after, connector });
  await tellOf(unit, connector, { before, after });
  const dueAgainAt = Math.max(ctx.now(), after.openUntil ?? 0);
  return { ...laneAfter(after), ...(before.state === "half-open" && { dueAgainAt }) };
}

function laneAfter({ openUntil }: Pick<Breaker, "openUntil">): LaneAfter {
  return openUntil === null ? {} : { restUntil: openUntil };
}

async function tellOf(
  unit: Unit,
  subject: string,
  { before, after }: { before: Breaker; after: Breaker },
): Promise<void> {
  const { ctx, tx } = unit;
  const told = { subject, actor: ctx.actor, at: ctx.now() };
  const { state, code } = after;
  if (before.state === "closed" && state === "open")
    await appendEvent(tx, { ...told, type: "connector.stopped", data: { code } });
  if (before.state !== "closed" && state === "closed")
    await appendEvent(tx, { ...told, type: "connector.resumed" });
  if (before.state !== "closed" || state !== "closed")
    await seeToBreaker(unit, { ...after, connector: subject });
}

/**
 * Until when a delivery's connector is not spoken to; undefined where it may be called now.
 *
 * The probe of a breaker that is half open is the row whose claim ends when that state does.
 */
export function restsUntil(
  { state, openUntil }: Pick<BreakerRow, "state" | "openUntil">,
  row: Pick<OutboxRow, "leaseUntil">,
): number | undefined {
  if (state === "closed" || openUntil === null) return undefined;
  return state === "half-open" && openUntil === row.leaseUntil ? undefined : openUntil;
}

/** Until when a delivery's connector is not spoken to, as it was last stored. */
export async function connectorRest(
  { db }: Context,
  row: Pick<OutboxRow, "destination" | "leaseUntil">,
): Promise<number | undefined> {
  const breaker = await findBreaker(db, row.destination);
  return breaker && restsUntil(breaker, row);
}
