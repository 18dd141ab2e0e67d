import { Problem } from "@guildhall/contract";
import { findAnswer, insertAnswer, StoreFault, type Tx, transact } from "@guildhall/store";
import type { Context } from "./context.ts";
import type { Reserved } from "./handover.ts";
import { reachProcess } from "./process/reach.ts";

/** One change in the making: who makes it, the transaction, and what it sets in motion. */
export interface Unit {
  readonly ctx: Context;
  readonly tx: Tx;
  /** The rows that were born claimed, to be handed over after the commit. */
  readonly tickets: Reserved[];
  /** The lanes of those that were left for the relay to claim. */
  readonly left: Set<string>;
}

/** What an edit demands of the thing as it stands in the transaction, shown as it was read; throws where it does not hold. */
export type Precondition = (current: object) => void;

/**
 * Store what `work` changes, and remember its answer where the request may come again.
 *
 * After the commit, and only then, what it owes to the outside is handed over.
 */
export async function change<T>(ctx: Context, work: (unit: Unit) => Promise<T>): Promise<T> {
  const tickets: Reserved[] = [];
  const left = new Set<string>();
  try {
    const value = await transact(ctx.db, async (tx) => {
      const made = await work({ ctx, tx, tickets, left });
      if (ctx.request) await remember(ctx, tx, made);
      return made;
    });
    if (tickets.length > 0) ctx.handover.give(tickets);
    if (left.size > 0) ctx.handover.wake(ctx.tenant.id, left);
    return value;
  } catch (error) {
    ctx.handover.cancel?.(tickets);
    // The same request may have come at the same moment and been first: its answer is this one's too.
    const before = await recall<T>(ctx);
    if (!before) throw error;
    return before.answer;
  }
}

/**
 * What was answered to the same request before, if it came before.
 *
 * @throws Problem `idempotency-mismatch` when the key came with another request, `unauthenticated` when the grant
 * has been revoked
 */
export async function recall<T>(ctx: Context): Promise<{ answer: T } | undefined> {
  if (!ctx.request) return undefined;
  // A grant that was revoked is not told again what it was told before.
  if (ctx.only?.grant && ctx.only.process) await reachProcess(ctx, ctx.only.process);
  const known = await findAnswer(ctx.db, ctx.request.id);
  if (!known) return undefined;
  if (known.requestDigest !== ctx.request.digest) throw new Problem("idempotency-mismatch");
  // The id names the route, so what was remembered under it has the route's type.
  return { answer: known.response as T };
}

/** Tell whether the same request came before, where what it says is not known yet. */
export async function cameBefore({ db, request }: Context): Promise<boolean> {
  return request !== undefined && (await findAnswer(db, request.id)) !== undefined;
}

/** Remember what was answered, where making it took more than one change. */
export async function keepAnswer<T>(ctx: Context, answer: T): Promise<T> {
  return ctx.request ? change(ctx, async () => answer) : answer;
}

async function remember({ request, now }: Context, tx: Tx, response: unknown): Promise<void> {
  if (!request) return;
  const row = { id: request.id, requestDigest: request.digest, at: now() };
  await insertAnswer(tx, { ...row, response: response ?? null });
}

/** Whether something that may be there once was there already. */
export function isConstraint(error: unknown): boolean {
  return error instanceof StoreFault && error.code === "constraint";
}
