import {
  type Claim,
  type Claimed,
  claimDue,
  freeLeases,
  type LaneDue,
  listDue,
  nextDue,
  probeBreakers,
  releaseClaims,
  transact,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import type { Reserved } from "../handover.ts";
import { leaseMs, retryDelayMs } from "../retry.ts";

/** How much there is room for, and where to begin. */
export interface ClaimOptions {
  /** What a lane has room for, after what was claimed already. */
  roomOf?(lane: string, claimed: readonly Reserved[]): number;
  /** The lane that was the last to be given some: the next one comes first. */
  readonly behind?: string;
}

/** Claim up to `limit` rows that are due, of each lane no more than it has room for, and give their tickets. */
export async function claimOwed(
  ctx: Context,
  limit: number,
  { roomOf = () => limit, behind = "" }: ClaimOptions = {},
): Promise<Reserved[]> {
  const now = ctx.now();
  const ticketOf = ({ id, generation, kind, lane }: Claimed): Reserved => {
    return { tenant: ctx.tenant.id, id, generation, kind, lane };
  };
  const roomOfTickets = (lane: string, claimed: readonly Claimed[]) =>
    roomOf(lane, claimed.map(ticketOf));
  const claims = await transact(ctx.db, (tx) =>
    claimDue(tx, { now, leaseUntil: now + leaseMs, limit, behind, roomOf: roomOfTickets }),
  );
  return claims.map(ticketOf);
}

/** Take back claims that the queue did not take: they are due again after `delayMs`. */
export async function releaseOwed(
  ctx: Context,
  claims: readonly Claim[],
  afterMs: number,
): Promise<void> {
  await transact(ctx.db, (tx) => releaseClaims(tx, claims, ctx.now() + afterMs));
}

/** Give back a claim whose turn has come and whose call cannot be made now; what was begun of it counts no more. */
export async function giveBackOwed(ctx: Context, claim: Claim, afterMs: number): Promise<void> {
  await transact(ctx.db, (tx) => releaseClaims(tx, [claim], ctx.now() + afterMs, true));
}

const atATime = 256;

/**
 * Take over what a predecessor left: free its claims, and let each connector that is not spoken to be tried once.
 *
 * Where other processes write to the same tenant, only claims are freed that have run out. What it was begun over
 * waits a while, and what the other side has put off stays put off.
 */
export async function takeOverOwed(ctx: Context): Promise<number> {
  const now = ctx.now();
  const isShared = ctx.db.isShared;
  const upTo = isShared ? now : Number.MAX_SAFE_INTEGER;
  const free = () =>
    transact(ctx.db, (tx) => freeLeases(tx, { now, upTo, limit: atATime, delayMs }));
  let freed = 0;
  for (let part = atATime; part === atATime; freed += part) part = await free();
  await transact(ctx.db, (tx) => probeBreakers(tx, { now, probes: !isShared }));
  return freed;
}

/** How long a row waits over which as many processes died. */
function delayMs(crashes: number): number {
  return retryDelayMs(crashes, Math.random());
}

/** When something is due in each lane that can be handed over then, and when the first claim runs out. */
export function whenDue(ctx: Context): Promise<{ lanes: LaneDue[]; leaseEnd: number | undefined }> {
  return listDue(ctx.db);
}

/** When something next falls due, or undefined when nothing is owed. */
export function whenNextDue(ctx: Context): Promise<number | undefined> {
  return nextDue(ctx.db);
}
