import { type Context, keepCodes, listStaleCodes } from "@guildhall/domain";
import type { ReadyConnector } from "./ready-connector.ts";

/**
 * Fetch a back office's code lists that are a day old, and return how many came.
 *
 * Each counts for itself: one that cannot be fetched is reported, and what was known of it stays.
 */
export async function refreshCodes(
  ctx: Context,
  id: string,
  { ready, onError }: { ready: ReadyConnector; onError: (error: unknown) => void },
): Promise<number> {
  if (!ready.connector.codes) return 0;
  let came = 0;
  for (const list of await listStaleCodes(ctx, id)) {
    try {
      await fetchList(ctx, id, { ready, list });
      came += 1;
    } catch (cause) {
      const which = `The code list ${list} of ${ctx.tenant.id}/${id}`;
      onError(new Error(`${which} could not be fetched.`, { cause }));
    }
  }
  return came;
}

async function fetchList(
  ctx: Context,
  id: string,
  { ready, list }: { ready: ReadyConnector; list: string },
): Promise<void> {
  const { connector, timeoutMs, withPlace } = ready;
  const codes = await withPlace(async () =>
    connector.codes?.(list, AbortSignal.timeout(timeoutMs)),
  );
  if (codes) await keepCodes(ctx, id, { list, codes });
}
