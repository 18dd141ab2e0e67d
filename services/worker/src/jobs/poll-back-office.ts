import type { Connector } from "@guildhall/contract";
import { type Context, endPoll, pollWindow, takeInChange } from "@guildhall/domain";

/**
 * Look for changes in a back office that does not call us, and take them in.
 *
 * The place reached is remembered only when all that was seen has been taken in, and windows overlap: a change
 * is never missed, and seen twice it counts once.
 */
export async function pollBackOffice(
  ctx: Context,
  id: string,
  { connector, timeoutMs }: { connector: Connector; timeoutMs: number },
): Promise<number> {
  if (!connector.poll) return 0;
  const window = await pollWindow(ctx, id);
  const changes = await connector.poll(window, AbortSignal.timeout(timeoutMs));
  let taken = 0;
  for (const seen of changes) taken += (await takeInChange(ctx, id, seen)) ? 1 : 0;
  await endPoll(ctx, id, window.to);
  return taken;
}
