import type { AuditCheckpoint, HeldCheckpoints } from "@guildhall/contract";
import { type Checkpoint, readCheckpoint, signCheckpoint } from "@guildhall/keys";
import { findEvent, lastPlace } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

/** Sign how far the audit trail has come. Kept outside the database, it shows later what was cut off or written anew. */
export async function takeCheckpoint(ctx: Context): Promise<AuditCheckpoint> {
  requireScope(ctx, "audit:read");
  const { db, tenant, now, checkpointSecret } = ctx;
  const seq = await lastPlace(db);
  const checkpoint = { tenant: tenant.id, seq, hash: await hashAt(ctx, seq), at: instant(now()) };
  return { ...checkpoint, signed: signCheckpoint(checkpointSecret, checkpoint) };
}

/** Hold the trail as it is against checkpoints that were taken of it, given as they were signed. */
export async function holdAgainst(
  ctx: Context,
  signed: readonly string[],
): Promise<HeldCheckpoints> {
  const { tenant, checkpointSecret } = ctx;
  const read = signed.map((one) => readCheckpoint(checkpointSecret, one));
  const own = read.filter((one): one is Checkpoint => one?.tenant === tenant.id);
  const broken: number[] = [];
  for (const { seq, hash } of own) if ((await hashAt(ctx, seq)) !== hash) broken.push(seq);
  return {
    held: own.length - broken.length,
    refused: signed.length - own.length,
    ...(broken.length > 0 ? { brokenAt: Math.min(...broken) } : {}),
  };
}

/** The hash of the event at a place, in hex; empty where there is none. */
export async function hashAt({ db }: Pick<Context, "db">, seq: number): Promise<string> {
  const event = await findEvent(db, seq);
  return event ? Buffer.from(event.hash).toString("hex") : "";
}
