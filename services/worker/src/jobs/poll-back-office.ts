import type { Change, Connector } from "@guildhall/contract";
import { beginLook, type Context, endLook, type Look, takeInChange } from "@guildhall/domain";

/** A look reads every case that has changed, one after the other: after an outage there are many. */
const callsOfALook = 20;

/**
 * Look for changes in a back office that does not call us, take them in, and tell how many were new.
 *
 * The place reached is remembered only when all that was seen has been taken in, and windows overlap: a change
 * is never missed, and seen twice it counts once. One that cannot be taken in keeps no other back.
 */
export async function pollBackOffice(
  ctx: Context,
  id: string,
  { connector, timeoutMs }: { connector: Connector; timeoutMs: number },
): Promise<number> {
  if (!connector.poll) return 0;
  let taken = 0;
  const failures: unknown[] = [];
  let look: Look | undefined;
  do {
    look = await beginLook(ctx, id, look);
    const changes = await connector.poll(look, AbortSignal.timeout(timeoutMs * callsOfALook));
    const { left, failed } = await takeInAll(ctx, id, changes);
    taken += changes.length - left.length - failed.length;
    failures.push(...failed);
    // A later piece must not carry the place reached over what could not be taken in.
    if (failures.length === 0) await endLook(ctx, id, { look, changes, left });
  } while (!look.isLast);
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} changes of ${id} could not be taken in.`,
    );
  return taken;
}

async function takeInAll(
  ctx: Context,
  id: string,
  changes: readonly Change[],
): Promise<{ left: Change[]; failed: unknown[] }> {
  const left: Change[] = [];
  const failed: unknown[] = [];
  for (const seen of changes) {
    try {
      if (!(await takeInChange(ctx, id, seen))) left.push(seen);
    } catch (error) {
      failed.push(error);
    }
  }
  return { left, failed };
}
